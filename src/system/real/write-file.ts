import {
  chmodSync,
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import type { Replacing } from "../ports.ts";
import { refuseForeign } from "./append-to-file.ts";
import { codeOf } from "./file-codes.ts";
import { uniqueName } from "./unique-name.ts";

const ownerOnly = 0o600;
const allRights = 0o777;

export function writeNew(path: string, bytes: Uint8Array | string): void {
  writeFileSync(path, bytes, { mode: ownerOnly, flag: "wx" });
}

/** Beside its target, then renamed: `current.json.4711-1-x3k9q2.tmp`. */
export function replaceFile(
  path: string,
  bytes: Uint8Array | string,
  { rights, first }: Replacing = {},
): void {
  const present = lstatSync(path, { throwIfNoEntry: false });
  if (present !== undefined) refuseForeign(present);
  const beside = `${path}.${uniqueName()}.tmp`;
  try {
    writeNew(beside, bytes);
    if (first === true) toDisk(beside);
    if (rights === "kept" && present !== undefined) chmodSync(beside, present.mode & allRights);
    renameSync(beside, path);
    if (first === true) toDisk(path.slice(0, path.lastIndexOf("/")) || "/");
  } catch (error) {
    removeFile(beside);
    throw error;
  }
}

/** A file's bytes, or a directory's names. */
function toDisk(path: string): void {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, "r");
    fsyncSync(descriptor);
  } catch {
    // some file systems know no such thing, and Windows none of directories: what was written is written all the same
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
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
