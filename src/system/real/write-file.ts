import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  renameSync,
  rmdirSync,
  type Stats,
  unlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { codeOf, linked, systemError } from "./file-errors.ts";
import { notPlain } from "./plain-file.ts";
import { uniqueName } from "./unique-name.ts";

const ownerOnly = 0o600;
const { O_APPEND, O_CREAT, O_WRONLY } = constants;
// Windows has neither
const safely = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

export function writeNew(path: string, bytes: Uint8Array | string): void {
  writeFileSync(path, bytes, { mode: ownerOnly, flag: "wx" });
}

/** Beside its target, then renamed: `current.json.4711-1-x3k9q2.tmp`. */
export function replaceFile(path: string, bytes: Uint8Array | string): void {
  const present = lstatSync(path, { throwIfNoEntry: false });
  if (present !== undefined) refuseForeign(present);
  const beside = `${path}.${uniqueName()}.tmp`;
  try {
    writeNew(beside, bytes);
    renameSync(beside, path);
  } catch (error) {
    removeFile(beside);
    throw error;
  }
}

export function appendToFile(path: string, text: string): void {
  const descriptor = openSync(path, O_APPEND | O_CREAT | O_WRONLY | safely, ownerOnly);
  try {
    refuseForeign(fstatSync(descriptor));
    writeSync(descriptor, text);
  } finally {
    closeSync(descriptor);
  }
}

/** What we made is a plain file with one name. */
function refuseForeign(stats: Stats): void {
  if (stats.isSymbolicLink()) throw systemError("ELOOP", "it is a link");
  if (!stats.isFile()) throw notPlain(stats);
  if (stats.nlink > 1) throw systemError(linked, "it has a second name");
}

export function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
}

export function removeDirectory(path: string): boolean {
  try {
    rmdirSync(path);
    return true;
  } catch (error) {
    if (isAbsent(error)) return true;
    // some systems say that it exists where they mean that it is not empty
    const code = codeOf(error);
    if (code === "ENOTEMPTY" || code === "EEXIST") return false;
    throw error;
  }
}

function isAbsent(error: unknown): boolean {
  const code = codeOf(error);
  return code === "ENOENT" || code === "ENOTDIR";
}
