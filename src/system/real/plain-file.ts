import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  type Stats,
} from "node:fs";
import { aLink, notAFile, systemError, tooLarge } from "./file-codes.ts";
import { isDirectory, isFile, isLink } from "./kind-of-file.ts";

// Windows has neither: what they keep out is rare there
const withoutLinks = constants.O_NOFOLLOW ?? 0;
const withoutWaiting = constants.O_NONBLOCK ?? 0;

/** Opens a plain file and nothing else: a link fails, a pipe is not waited for. */
export function openPlain(path: string): { descriptor: number; stats: Stats } {
  const descriptor = openNoLink(path);
  try {
    const stats = fstatSync(descriptor);
    if (!isFile(stats)) throw notPlain(stats);
    return { descriptor, stats };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

function openNoLink(path: string): number {
  try {
    return openSync(path, constants.O_RDONLY | withoutLinks | withoutWaiting);
  } catch (error) {
    // systems have different words for it, and the same ones for links above that lead in a circle
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats === undefined || !isLink(stats)) throw error;
    throw systemError(aLink, "it is a link");
  }
}

export function notPlain(stats: Stats): Error {
  return isDirectory(stats)
    ? systemError("EISDIR", "it is a directory")
    : systemError(notAFile, "it is no file");
}

// of manifests, pointers and notes
const largestNote = 16 * 1024 ** 2;

/** As many bytes as the file had when it was opened: one that grows meanwhile ends there. */
export function readPlain(path: string, mostBytes = largestNote): Uint8Array {
  const { descriptor, stats } = openPlain(path);
  try {
    if (stats.size > mostBytes) throw systemError(tooLarge, "it is too large");
    const bytes = new Uint8Array(stats.size);
    return bytes.subarray(0, fillFrom(descriptor, bytes, 0));
  } finally {
    closeSync(descriptor);
  }
}

/** Gives how many bytes there were; fewer than asked for only where the file ends before. */
export function fillFrom(descriptor: number, bytes: Uint8Array, offset: number): number {
  let filled = 0;
  while (filled < bytes.length) {
    const got = readSync(descriptor, bytes, filled, bytes.length - filled, offset + filled);
    if (got === 0) break;
    filled += got;
  }
  return filled;
}
