import { ModelForgeError } from "../../failure.ts";

/**
 * What the system says where the bytes are not what was written. Anything else says nothing about them: with too
 * many files open, a sound generation cannot be read either.
 */
const damageReasons: ReadonlySet<unknown> = new Set([
  "EISDIR" /* a directory in the place of a file */,
  "ELINK" /* a link */,
  "ENOTFILE" /* a pipe or a device */,
  "ETOOLARGE" /* more than is ever written */,
  "ENXIO" /* a socket, or a device that is gone */,
  "EIO" /* the disk */,
  "EBADMSG" /* the file system's own checksum */,
  "EUCLEAN" /* a damaged file system */,
]);

/** What says nothing of the cache either, but that this process is short of something: to go on would only hide it. */
const shortages: ReadonlySet<unknown> = new Set(["EMFILE", "ENFILE", "ENOMEM", "EAGAIN"]);

export function damaged(path: string, what: string): ModelForgeError {
  return new ModelForgeError("cache.damaged", {
    message: `${path} ${what}`,
    hint: "modelforge refresh-cache writes the cache anew",
    details: { path },
  });
}

/** Reads a part of the cache; throws `cache.damaged` where what failed means damage, else as it came. */
export function damagedIfSo<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ModelForgeError) || error.code !== "file.unreadable") throw error;
    const { reason } = error.details;
    if (!damageReasons.has(reason)) throw error;
    throw damaged(path, `cannot be read (${String(reason)})`);
  }
}

export function isDamage(error: unknown): error is ModelForgeError {
  return error instanceof ModelForgeError && error.code === "cache.damaged";
}

/** Another user's, or made by a run with sudo, or of a machine that does not answer: it may be as sound as can be. */
export function isUnreadable(error: unknown): error is ModelForgeError {
  return (
    error instanceof ModelForgeError &&
    error.code === "file.unreadable" &&
    !shortages.has(error.details.reason)
  );
}

/** A cache that cannot be written, or not be looked at for it, costs the next run a fetch, not this run its answer. */
export function isUnkept(error: unknown): error is ModelForgeError {
  return error instanceof ModelForgeError && /^file\.un(writ|read)able$/.test(error.code);
}
