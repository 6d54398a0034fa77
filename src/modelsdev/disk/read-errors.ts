import { ModelForgeError } from "../../failure.ts";
import { isShortage } from "../../places/shortage.ts";

/**
 * What the system says where the bytes are not what was written. Anything else says nothing about them: with too
 * many files open, a sound generation cannot be read either.
 */
const damageReasons: ReadonlyMap<unknown, string> = new Map([
  ["EISDIR", "is a directory"],
  ["ELINK", "is a link"],
  ["ENOTFILE", "is a pipe or a device"],
  ["ETOOLARGE", "is larger than anything that is written there"],
  ["ENXIO", "is a socket, or of a device that is gone"],
  ["EIO", "cannot be read (EIO: the disk fails)"],
  ["EBADMSG", "cannot be read (EBADMSG: the file system's own checksum fails)"],
  ["EUCLEAN", "cannot be read (EUCLEAN: the file system is damaged)"],
]);

export const refreshRemedy = "modelforge refresh-cache writes the cache anew";

export function damaged(path: string, what: string, more = {}): ModelForgeError {
  return new ModelForgeError("cache.damaged", {
    message: `${path} ${what}`,
    hint: refreshRemedy,
    details: { path, ...more },
  });
}

/** The same of what is not there: another process may be removing it. */
export function missing(path: string): ModelForgeError {
  return damaged(path, "is missing", { reason: "ENOENT" });
}

export function isMissing(error: unknown): boolean {
  return isDamage(error) && error.details.reason === "ENOENT";
}

/** Reads a part of the cache; throws `cache.damaged` where what failed means damage, else as it came. */
export function damagedIfSo<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ModelForgeError) || error.code !== "file.unreadable") throw error;
    const what = damageReasons.get(error.details.reason);
    if (what === undefined) throw error;
    throw damaged(path, what);
  }
}

export function isDamage(error: unknown): error is ModelForgeError {
  return error instanceof ModelForgeError && error.code === "cache.damaged";
}

/** Another user's, or made by a run with sudo, or of a machine that does not answer: it may be as sound as can be. */
export function isUnreadable(error: unknown): error is ModelForgeError {
  return error instanceof ModelForgeError && error.code === "file.unreadable" && !isShortage(error);
}

/** A cache that cannot be written, or not be looked at for it, costs the next run a fetch, not this run its answer. */
export function isUnkept(error: unknown): error is ModelForgeError {
  return error instanceof ModelForgeError && /^file\.un(writ|read)able$/.test(error.code);
}
