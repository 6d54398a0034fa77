import { ModelForgeError } from "../../failure.ts";
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

const readReasons: Readonly<Record<string, string>> = {
  EACCES: "you may not read it",
  EPERM: "you may not read it",
  EISDIR: "it is a directory",
  ELOOP: "links on its path lead in a circle",
  EMFILE: "this process has too many files open",
  ENFILE: "this machine has too many files open",
  ENAMETOOLONG: "its name is too long",
  [notAFile]: "it is a pipe, a device or a socket",
  [aLink]: "it is a link",
  [tooLarge]: "it is larger than anything that is kept there",
};

const readHints: Readonly<Record<string, string>> = {
  EACCES: "check who owns it: a run with sudo may have made it",
  EMFILE: "close clients that are done, or allow more with ulimit -n",
  ENFILE: "close programs that hold many files",
};

export function unreadable(path: string, cause: unknown): ModelForgeError {
  if (cause instanceof ModelForgeError) return cause;
  const code = codeOf(cause) ?? "";
  const reason = Object.hasOwn(readReasons, code) ? `${readReasons[code]}, ${code}` : code;
  return new ModelForgeError("file.unreadable", {
    message: `cannot read ${path} (${reason === "" ? String(cause) : reason})`,
    hint:
      (Object.hasOwn(readHints, code) ? readHints[code] : undefined) ??
      "check that it is a file and that you may read it",
    details: { path, reason: code },
    cause,
  });
}

const writeReasons: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "your disk quota is used up",
  EROFS: "the file system is read-only",
  ENOENT: "its directory cannot be made",
  ENOTDIR: "something on its path is no directory",
  EEXIST: "something else stands in its place",
  EISDIR: "a directory stands in its place",
  EBUSY: "something is mounted there",
  EACCES: "you may not write there",
  EPERM: "you may not write there",
  ELOOP: "a link stands in its place",
  ENAMETOOLONG: "its name is too long",
  [notAFile]: "a pipe, a device or a socket stands in its place",
  [linked]: "it has a second name (a hard link) that would change with it",
};

export function unwritable(path: string, cause: unknown): ModelForgeError {
  if (cause instanceof ModelForgeError) return cause;
  const code = codeOf(cause) ?? "";
  const known = Object.hasOwn(writeReasons, code) ? writeReasons[code] : code;
  return new ModelForgeError("file.unwritable", {
    message: `cannot write ${path}: ${known === "" ? String(cause) : known}`,
    hint: `${writeHint(code)} set MODELFORGE_CACHE_DIR to a directory you can write to`,
    details: { path, reason: code },
    cause,
  });
}

const inTheWay: ReadonlySet<string> = new Set([
  "EEXIST",
  "EISDIR",
  "ENOTDIR",
  "ELOOP",
  "EBUSY",
  notAFile,
  linked,
]);

function writeHint(code: string): string {
  if (code === "EACCES" || code === "EPERM") {
    return "check who owns it (a run with sudo may have made it), or";
  }
  return inTheWay.has(code) ? "move away what stands there, or" : "free some space or";
}
