import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  type Stats,
  statSync,
} from "node:fs";
import { ModelForgeError } from "../../failure.ts";
import { codeOf } from "./file-codes.ts";
import { notPlain } from "./plain-file.ts";

const pieceBytes = 64 * 1024;

/** Names under which a shell hands over what it reads itself: `< prompt.txt`, `<(make-prompt)`. */
export const handedOver = /^(?:-|\/dev\/stdin|\/dev\/fd\/(\d{1,9})|\/proc\/self\/fd\/(\d{1,9}))$/;

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
    return readUpTo(path, mostBytes, stats.size, (into, at) =>
      // some files below /proc and /sys wait for an event: not for this reader
      readSync(descriptor, into, at, into.length - at, null),
    );
  } finally {
    closeSync(descriptor);
  }
}

/** Pipes that this process has read to their end, by device and number. */
const emptied = new Set<string>();

/** What is open already may be a pipe, and is then waited for; it stays open for whoever opened it. */
function readHandedOver(path: string, descriptor: number, mostBytes: number): Uint8Array {
  const stats = fstatSync(descriptor);
  const canEnd = stats.isFile() || stats.isFIFO() || stats.isSocket() || isNothing(stats);
  if (!canEnd && !isTerminal(descriptor)) throw notPlain(stats);
  if (stats.isFIFO() && isWrittenHere(descriptor)) throw notPlain(stats);
  const size = stats.isFile() ? stats.size : 0;
  if (size > mostBytes) throw tooLarge(path, mostBytes);
  const pipe = stats.isFIFO() || stats.isSocket() ? `${stats.dev} ${stats.ino}` : undefined;
  if (pipe !== undefined && emptied.has(pipe)) throw alreadyRead(path, descriptor);
  const bytes = readUpTo(path, mostBytes, size, (into, at) => readWaiting(descriptor, into, at));
  if (size > 0 && bytes.length === 0) throw alreadyRead(path, descriptor);
  if (pipe !== undefined) emptied.add(pipe);
  return bytes;
}

/** `< /dev/null` */
function isNothing(stats: Stats): boolean {
  if (!stats.isCharacterDevice()) return false;
  return statSync("/dev/null", { throwIfNoEntry: false })?.rdev === stats.rdev;
}

export function alreadyRead(path: string, descriptor: number): ModelForgeError {
  const what = descriptor === 0 ? "standard input" : path;
  return new ModelForgeError("usage.bad-value", {
    message: `${what} has been read already, and can be read once only`,
    hint: "name a file where more than one thing is to be read from it",
    details: { path },
  });
}

/** Whether this very process writes the pipe: Node has some for itself, and waiting for them would never end. */
function isWrittenHere(descriptor: number): boolean {
  try {
    const pipe = readlinkSync(`/proc/self/fd/${descriptor}`);
    return readdirSync("/proc/self/fd").some((other) => isWriterOf(pipe, other));
  } catch {
    // a system without /proc
    return false;
  }
}

function isWriterOf(pipe: string, descriptor: string): boolean {
  try {
    if (readlinkSync(`/proc/self/fd/${descriptor}`) !== pipe) return false;
    const [, flags = "0"] =
      /^flags:\s*([0-7]+)/m.exec(readFileSync(`/proc/self/fdinfo/${descriptor}`, "latin1")) ?? [];
    return (Number.parseInt(flags, 8) & 3) !== constants.O_RDONLY;
  } catch {
    // the one the directory was listed with is closed by now
    return false;
  }
}

function isTerminal(descriptor: number): boolean {
  return process.getBuiltinModule("node:tty").isatty(descriptor);
}

function readUpTo(
  path: string,
  mostBytes: number,
  expected: number,
  read: (into: Uint8Array, at: number) => number,
): Uint8Array {
  // files below /proc say that they are empty
  let bytes = Buffer.allocUnsafeSlow(Math.max(expected + 1, pieceBytes));
  let filled = 0;
  for (;;) {
    const got = read(bytes, filled);
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

export function tooLarge(path: string, mostBytes: number): ModelForgeError {
  const most = `${Math.round(mostBytes / 1024 ** 2)} MiB`;
  return new ModelForgeError("file.too-large", {
    message: `${path} holds more than ${most}, the most that is read`,
    hint: "name a smaller file",
    details: { path, limitBytes: mostBytes },
  });
}
