import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  linkSync,
  lstatSync,
  openSync,
  readlinkSync,
  renameSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, isAbsolute } from "node:path";
import { handedOver } from "../handed-over.ts";
import { codeOf, systemError } from "./file-codes.ts";
import { givenWriting, standsThere } from "./file-errors.ts";
import { writeAll } from "./output.ts";
import { uniqueName } from "./unique-name.ts";
import { removeFile } from "./write-file.ts";

/**
 * A file somebody named, for whoever the system's own settings let read it: whole or not at all. A link is followed and
 * stays; a pipe or a device takes the bytes as they are, and so does a file that the shell has opened: `/dev/fd/3`.
 */
export function writeGivenFile(
  path: string,
  bytes: Uint8Array | string,
  isReplaced: boolean,
  onWait?: () => void,
): void {
  const write = (): void => {
    const opened = openedFile(path);
    if (opened !== undefined) return writeInto(opened, bytes);
    const present = statSync(path, { throwIfNoEntry: false });
    if (present !== undefined && !present.isFile()) {
      return writeAsItIs(path, bytes, present.isFIFO() ? onWait : undefined);
    }
    if (present !== undefined && !isReplaced) throw standsThere(path);
    writeBeside(path, bytes, present, isReplaced);
  };
  givenWriting(path, write, existsSync);
}

/** The descriptor of a plain file: it is to be written where it stands, for another may stand under its name. */
function openedFile(path: string): number | undefined {
  const number = process.platform === "win32" ? undefined : handedOver(path);
  return number !== undefined && fstatSync(number).isFile() ? number : undefined;
}

/** `onWait` is called before a pipe is waited for that nobody reads yet. */
function writeAsItIs(
  path: string,
  bytes: Uint8Array | string,
  onWait: (() => void) | undefined,
): void {
  const descriptor = openWaiting(path, onWait);
  try {
    writeInto(descriptor, bytes);
  } finally {
    closeSync(descriptor);
  }
}

function openWaiting(path: string, onWait: (() => void) | undefined): number {
  try {
    return openSync(path, constants.O_WRONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    if (onWait === undefined || codeOf(error) !== "ENXIO") throw error;
    onWait();
    // as every other program waits; Ctrl-C ends it
    return openSync(path, constants.O_WRONLY);
  }
}

function writeInto(descriptor: number, bytes: Uint8Array | string): void {
  const all = typeof bytes === "string" ? Buffer.from(bytes) : bytes;
  if (!writeAll(descriptor, all)) throw systemError("EPIPE", "its reader is gone");
}

function writeBeside(
  path: string,
  bytes: Uint8Array | string,
  present: Stats | undefined,
  isReplaced: boolean,
): void {
  const target = isReplaced ? targetOf(path) : path;
  const beside = `${target}.${uniqueName()}.tmp`;
  try {
    writeFileSync(beside, bytes, { flag: "wx" });
    if (present !== undefined) chmodSync(beside, present.mode & 0o7777);
    if (isReplaced) renameSync(beside, target);
    else enter(beside, target);
  } finally {
    removeFile(beside);
  }
}

// as many as Linux follows
const mostLinks = 40;

/** Where a path leads through links, also where nothing is there yet. */
function targetOf(path: string): string {
  let target = path;
  for (let links = 0; links <= mostLinks; links += 1) {
    if (lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return target;
    const next = readlinkSync(target);
    target = isAbsolute(next) ? next : `${dirname(target)}/${next}`;
  }
  throw systemError("ELOOP", "links lead in a circle");
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
