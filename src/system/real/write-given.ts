import {
  chmodSync,
  linkSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { codeOf } from "./file-codes.ts";
import { givenWriting, standsThere } from "./file-errors.ts";
import { uniqueName } from "./unique-name.ts";
import { removeFile } from "./write-file.ts";

/**
 * A file somebody named, for whoever the system's own settings let read it: whole or not at all. A link is followed and
 * stays; a pipe or a device takes the bytes as they are.
 */
export function writeGivenFile(
  path: string,
  bytes: Uint8Array | string,
  isReplaced: boolean,
): void {
  givenWriting(path, () => {
    const present = statSync(path, { throwIfNoEntry: false });
    if (present !== undefined && !present.isFile()) return writeFileSync(path, bytes);
    if (present !== undefined && !isReplaced) throw standsThere(path);
    writeBeside(path, bytes, present);
  });
}

function writeBeside(path: string, bytes: Uint8Array | string, present: Stats | undefined): void {
  const target = present === undefined ? path : realpathSync(path);
  const beside = `${target}.${uniqueName()}.tmp`;
  try {
    writeFileSync(beside, bytes, { flag: "wx" });
    if (present === undefined) enter(beside, path);
    else {
      chmodSync(beside, present.mode & 0o7777);
      renameSync(beside, target);
    }
  } finally {
    removeFile(beside);
  }
}

const withoutLinks: ReadonlySet<string | undefined> = new Set(["EPERM", "ENOTSUP", "ENOSYS"]);

/** Under a name that nothing has: not even what came since it was looked at. */
function enter(beside: string, path: string): void {
  try {
    linkSync(beside, path);
  } catch (error) {
    const code = codeOf(error);
    if (code === "EEXIST") throw standsThere(path);
    // some file systems know one name a file only
    if (!withoutLinks.has(code)) throw error;
    renameSync(beside, path);
  }
}
