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
export function givenWriting(path: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw notWritten(path, error);
  }
}

function notWritten(path: string, cause: unknown): ModelForgeError {
  if (cause instanceof ModelForgeError) return cause;
  const isNowhere = codeOf(cause) === "ENOENT";
  // of `new/` there is no directory new
  const directory = /[\\/]$/.test(path) ? path.replace(/[\\/]+$/, "") : dirname(path);
  const { message, details } = unwritable(path, cause);
  return new ModelForgeError("file.unwritable", {
    message: isNowhere ? `cannot write ${path}: there is no directory ${directory}` : message,
    hint: isNowhere ? "make it, or name another file" : "name another file",
    details,
    cause,
  });
}

export function standsThere(path: string): ModelForgeError {
  return new ModelForgeError("file.unwritable", {
    message: `${path} is there already, and stays as it is`,
    hint: "--force replaces it",
    details: { path, reason: "EEXIST" },
  });
}
