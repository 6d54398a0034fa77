import { ModelForgeError } from "../../failure.ts";
import { shortageOf } from "../shortages.ts";
import { aLink, codeOf, linked, notAFile, tooLarge } from "./file-codes.ts";

/** A relative path starts from a directory that has been removed. */
export function noDirectory(parts: readonly string[], cause: unknown): ModelForgeError {
  const [path] = parts;
  return new ModelForgeError("file.not-found", {
    message: `${path} is a relative path, and the working directory is gone`,
    hint: "change to a directory that exists, or write an absolute path",
    details: { path, reason: codeOf(cause) ?? "", workingDirectory: null },
    cause,
  });
}

/** What the system said, in words, and what to do about it. */
type Told = readonly [reason: string, remedy: string];

const othersRead = "check who owns it: a run with sudo may have made it";
const failing: Told = ["the disk fails", "check the disk"];

const notRead: ReadonlyMap<string, Told> = new Map([
  ["EACCES", ["you may not read it", othersRead]],
  ["EPERM", ["you may not read it", othersRead]],
  ["EISDIR", ["it is a directory", "check that it is a file"]],
  ["ELOOP", ["links on its path lead in a circle", "mend the links, or name the file itself"]],
  ["EIO", failing],
  ["ENAMETOOLONG", ["its name is too long", "give it a shorter name or path"]],
  [notAFile, ["it is a pipe, a device or a socket", "check that it is a file"]],
  [aLink, ["it is a link", "put the file itself in its place"]],
  [tooLarge, ["it is larger than anything that is kept there", "check that it is the right file"]],
]);

export function unreadable(path: string, cause: unknown): ModelForgeError {
  if (cause instanceof ModelForgeError) return cause;
  const code = codeOf(cause) ?? "";
  const [known, remedy] = notRead.get(code) ?? shortageOf(code) ?? [];
  const reason = known === undefined ? code : `${known}, ${code}`;
  return new ModelForgeError("file.unreadable", {
    message: `cannot read ${path} (${reason === "" ? String(cause) : reason})`,
    hint: remedy ?? "check that it is a file and that you may read it",
    details: { path, reason: code },
    cause,
  });
}

const another = "set MODELFORGE_CACHE_DIR to a directory you can write to";
const othersWrite = "check who owns it (a run with sudo may have made it)";

const notWritten: ReadonlyMap<string, Told> = new Map([
  ["ENOSPC", ["the disk is full", "free some space"]],
  ["EDQUOT", ["your disk quota is used up", "free some space"]],
  ["EFBIG", ["the file may not become larger", "allow larger files with ulimit -f"]],
  ["EROFS", ["the file system is read-only", ""]],
  ["ENOENT", ["its directory cannot be made", ""]],
  ["ENOTDIR", ["something on its path is no directory", "move away what stands there"]],
  ["EEXIST", ["something else stands in its place", "move away what stands there"]],
  ["EISDIR", ["a directory stands in its place", "move away what stands there"]],
  ["EBUSY", ["something is mounted there", "unmount it"]],
  ["EACCES", ["you may not write there", othersWrite]],
  ["EPERM", ["you may not write there", othersWrite]],
  ["ELOOP", ["a link stands in its place", "move it away"]],
  ["EIO", failing],
  ["ENAMETOOLONG", ["its name is too long", ""]],
  [notAFile, ["a pipe, a device or a socket stands in its place", "move away what stands there"]],
  [linked, ["it has a second name (a hard link) that would change with it", "move it away"]],
]);

export function unwritable(path: string, cause: unknown): ModelForgeError {
  if (cause instanceof ModelForgeError) return cause;
  const code = codeOf(cause) ?? "";
  const [known = code, remedy = ""] = notWritten.get(code) ?? shortageOf(code) ?? [];
  return new ModelForgeError("file.unwritable", {
    message: `cannot write ${path}: ${known === "" ? String(cause) : known}`,
    hint: remedy === "" ? another : `${remedy}, or ${another}`,
    details: { path, reason: code },
    cause,
  });
}
