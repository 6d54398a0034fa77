import { dirname } from "node:path";
import { ModelForgeError } from "../../failure.ts";
import { codeOf } from "./file-codes.ts";
import { unreadable, unwritable } from "./file-failures.ts";

export function orAbsent<T>(path: string, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw unreadable(path, error);
  }
}

export function reading<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw unreadable(path, error);
  }
}

export function writing<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (cause) {
    throw unwritable(path, cause);
  }
}

/** Says of a file that somebody named why it cannot be written. */
export function givenWriting(
  path: string,
  write: () => void,
  isThere: (directory: string) => boolean,
): void {
  try {
    write();
  } catch (error) {
    throw notWritten(path, error, isThere);
  }
}

function notWritten(
  path: string,
  cause: unknown,
  isThere: (directory: string) => boolean,
): ModelForgeError {
  if (cause instanceof ModelForgeError) return cause;
  const { message, details } = unwritable(path, cause);
  const said = codeOf(cause) === "ENOENT" ? saidOfNothing(path, isThere) : undefined;
  return new ModelForgeError("file.unwritable", {
    message: said === undefined ? message : `cannot write ${path}: ${said.what}`,
    hint: said?.hint ?? "name another file",
    details,
    cause,
  });
}

function saidOfNothing(path: string, isThere: (directory: string) => boolean) {
  // of `new/` there is no directory new
  const directory = /[\\/]$/.test(path) ? path.replace(/[\\/]+$/, "") : dirname(path);
  // /proc takes no new names, and a link may lead to where nothing is
  if (isThere(directory)) {
    return { what: "no such file can be made there (ENOENT)", hint: "name another file" };
  }
  return { what: `there is no directory ${directory}`, hint: "make it, or name another file" };
}

export function standsThere(path: string): ModelForgeError {
  return new ModelForgeError("file.unwritable", {
    message: `${path} is there already, and stays as it is`,
    hint: "--force replaces it",
    details: { path, reason: "EEXIST" },
  });
}
