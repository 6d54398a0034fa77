import { fstatSync, writeSync } from "node:fs";
import { ModelForgeError } from "../../failure.ts";
import type { Output, Terminal } from "../ports.ts";

/** process.stdout takes milliseconds to set up; a file descriptor is there from the start. */
function outputOf(descriptor: 1 | 2): Output {
  let isOpen = true;
  return {
    get isTerminal() {
      return isTerminal(descriptor);
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
function isTerminal(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isCharacterDevice() || isMemoryDevice(stats.rdev)) return false;
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

function writeAll(descriptor: number, bytes: Uint8Array): boolean {
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
  return code === "EIO" && fstatSync(descriptor).isCharacterDevice();
}

const reasons: ReadonlyMap<string | undefined, string> = new Map([
  ["ENOSPC", "no space is left there"],
  ["EDQUOT", "your disk quota is used up"],
  ["EFBIG", "the file may not become larger"],
  ["EBADF", "it is not open for writing"],
  ["EIO", "the device failed"],
]);

function unwritable(cause: unknown): ModelForgeError {
  const { code } = cause as NodeJS.ErrnoException;
  const reason = reasons.get(code) ?? code ?? String(cause);
  return new ModelForgeError("file.unwritable", {
    message: `cannot write to standard output: ${reason}`,
    hint: "the answer is not there, or not all of it: make room, or write it to another place",
    details: { reason: code },
    cause,
  });
}

function waitABit(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}

async function page(text: string, command: string): Promise<boolean> {
  const { spawn } = process.getBuiltinModule("node:child_process");
  return new Promise((resolve) => {
    const child = spawn(command, {
      shell: true,
      stdio: ["pipe", "inherit", "inherit"],
      // quit if it fits, keep colours, leave the text on the screen
      env: { LESS: "FRX", LV: "-c", ...process.env },
    });
    // Ctrl-C belongs to the pager while it runs
    const ignore = (): void => undefined;
    process.on("SIGINT", ignore);
    child.on("error", () => resolve(false));
    child.on("close", (code) => {
      process.off("SIGINT", ignore);
      // 126, 127: the shell did not find it
      resolve(code !== 126 && code !== 127);
    });
    child.stdin.on("error", ignore);
    child.stdin.end(text);
  });
}

async function prompt(question: string, how?: "plain"): Promise<string | undefined> {
  const { createInterface } = process.getBuiltinModule("node:readline");
  const { stdin, stderr } = process;
  const plain = how === "plain" ? { terminal: false } : {};
  const lines = createInterface({ input: stdin, output: stderr, ...plain });
  return new Promise((resolve) => {
    const end = (): void => lines.close();
    // without editing of its own, readline leaves Ctrl-C to the process
    if (how === "plain") process.on("SIGINT", end);
    lines.on("close", () => {
      process.off("SIGINT", end);
      resolve(undefined);
    });
    lines.on("SIGINT", end);
    lines.question(question, (answer) => {
      resolve(answer);
      lines.close();
    });
  });
}

export const realTerminal: Terminal = {
  out: outputOf(1),
  err: outputOf(2),
  page,
  prompt,
  takeOver: async (listener) => (await import("./take-over.ts")).takeOver(listener),
  get canPrompt() {
    return isTerminal(0) && isTerminal(2);
  },
  get canTakeOver() {
    return isTerminal(0) && isTerminal(1);
  },
};
