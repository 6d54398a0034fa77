import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { ModelForgeError } from "../../failure.ts";
import { codeOf } from "./file-errors.ts";
import { notPlain } from "./plain-file.ts";

const pieceBytes = 64 * 1024;

/** Names under which a shell hands over what it reads itself: `< prompt.txt`, `<(make-prompt)`. */
const handedOver = /^(?:-|\/dev\/stdin|\/dev\/fd\/(\d{1,9})|\/proc\/self\/fd\/(\d{1,9}))$/;

/**
 * A file somebody named, links followed. Whatever it is, it is never waited for and never read beyond the limit:
 * `/dev/zero` has no end, and a pipe without a writer no beginning.
 */
export function readGivenFile(path: string, mostBytes: number): Uint8Array {
  const handed = handedOver.exec(path);
  if (handed !== null) return readHandedOver(path, Number(handed[1] ?? handed[2] ?? 0), mostBytes);
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) throw notPlain(stats);
    if (stats.size > mostBytes) throw tooLarge(path, mostBytes);
    return readUpTo(descriptor, path, mostBytes, stats.size);
  } finally {
    closeSync(descriptor);
  }
}

/** What is open already may be a pipe, and is then waited for; it stays open for whoever opened it. */
function readHandedOver(path: string, descriptor: number, mostBytes: number): Uint8Array {
  const stats = fstatSync(descriptor);
  const canEnd = stats.isFile() || stats.isFIFO() || stats.isSocket();
  if (!canEnd && !isTerminal(descriptor)) throw notPlain(stats);
  return readUpTo(descriptor, path, mostBytes, stats.isFile() ? stats.size : 0);
}

function isTerminal(descriptor: number): boolean {
  return process.getBuiltinModule("node:tty").isatty(descriptor);
}

function readUpTo(
  descriptor: number,
  path: string,
  mostBytes: number,
  expected: number,
): Uint8Array {
  // files below /proc say that they are empty
  let bytes = Buffer.allocUnsafeSlow(Math.max(expected + 1, pieceBytes));
  let filled = 0;
  for (;;) {
    const got = readWaiting(descriptor, bytes, filled);
    if (got === 0) return bytes.subarray(0, filled);
    filled += got;
    if (filled > mostBytes) throw tooLarge(path, mostBytes);
    if (filled === bytes.length) bytes = Buffer.concat([bytes], filled * 2);
  }
}

function readWaiting(descriptor: number, bytes: Uint8Array, filled: number): number {
  for (;;) {
    try {
      return readSync(descriptor, bytes, filled, bytes.length - filled, null);
    } catch (error) {
      // a pipe that its writer's side made non-blocking: nothing there yet
      if (codeOf(error) !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function tooLarge(path: string, mostBytes: number): ModelForgeError {
  const most = `${Math.round(mostBytes / 1024 ** 2)} MiB`;
  return new ModelForgeError("file.too-large", {
    message: `${path} holds more than ${most}, the most that is read`,
    hint: "name a smaller file",
    details: { path, limitBytes: mostBytes },
  });
}
