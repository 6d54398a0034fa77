import { fstatSync, writeSync } from "node:fs";
import type { Output } from "../ports.ts";
import { isDevice } from "./kind-of-file.ts";
import { unwritable } from "./unwritable.ts";

/** process.stdout takes milliseconds to set up; a file descriptor is there from the start. */
export function outputOf(descriptor: 1 | 2): Output {
  let isOpen = true;
  let isOnTerminal: boolean | undefined;
  return {
    get isTerminal() {
      isOnTerminal ??= isTerminal(descriptor);
      return isOnTerminal;
    },
    get columns() {
      return sizeOf(descriptor)?.[0];
    },
    get rows() {
      return sizeOf(descriptor)?.[1];
    },
    write: (text) => {
      const bytes = typeof text === "string" ? Buffer.from(text) : text;
      if (!isOpen || bytes.length === 0) return isOpen;
      try {
        isOpen = writeAll(descriptor, bytes);
      } catch (error) {
        isOpen = false;
        // what cannot be said is no reason to lose the answer, which goes elsewhere
        if (descriptor === 1) throw unwritable(error);
      }
      return isOpen;
    },
  };
}

// Linux device numbers: major 1 is memory, /dev/null among them
const isMemoryDevice = (device: number): boolean =>
  process.platform === "linux" && device >> 8 === 1;

/** node:tty takes milliseconds to load: it is asked only where the answer can be yes. */
export function isTerminal(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    if (!isDevice(stats) || isMemoryDevice(stats.rdev)) return false;
  } catch {
    return false;
  }
  return process.getBuiltinModule("node:tty").isatty(descriptor);
}

function sizeOf(descriptor: 1 | 2): [columns: number, rows: number] | undefined {
  if (!isTerminal(descriptor)) return undefined;
  const stream = descriptor === 1 ? process.stdout : process.stderr;
  return stream.columns > 0 ? [stream.columns, stream.rows] : undefined;
}

/** All of them, however slowly they are read; false once nobody does. */
export function writeAll(descriptor: number, bytes: Uint8Array): boolean {
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // a pipe in non-blocking mode whose reader is slower than we are
      if (code === "EAGAIN") waitABit();
      else if (isReaderGone(descriptor, code)) return false;
      else throw error;
    }
  }
  return true;
}

/** `| head` has seen enough, or the terminal is gone. */
function isReaderGone(descriptor: number, code: string | undefined): boolean {
  if (code === "EPIPE" || code === "ECONNRESET") return true;
  // a disk that fails says EIO too
  return code === "EIO" && isDevice(fstatSync(descriptor));
}

function waitABit(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}
