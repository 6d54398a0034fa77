import { openSync, writeSync } from "node:fs";
import type { Output, TakenOver, TerminalListener } from "../ports.ts";
import { isTerminal, outputOf, writeAll } from "./output.ts";

// a screen of its own, and lines that are cut rather than wrapped
const enter = "\u001b[?1049h\u001b[?7l\u001b[2J\u001b[H";
const leave = "\u001b[0m\u001b[?7h\u001b[?25h\u001b[?1049l";

// where nobody can stop the process it goes on after so long
const stoppedMs = 100;

/** Keys as they are typed, and the whole screen. However the process ends, the terminal is given back. */
export function takeOver({ onInput, onResize }: TerminalListener): TakenOver {
  const { stdin } = process;
  // in $(…) what is chosen goes to the shell, and the screen is drawn all the same
  const isStandard = isTerminal(1);
  const { output, descriptor, refresh } = isStandard ? standardScreen() : terminalItself();
  let isTaken = true;
  let isDrawn = false;
  const resized = (): void => {
    refresh();
    if (isDrawn) onResize();
  };
  const takeScreen = (): void => {
    isDrawn = true;
    stdin.setRawMode(true);
    writeSync(descriptor, enter);
  };
  const giveScreen = (): void => {
    if (!isDrawn) return;
    isDrawn = false;
    try {
      stdin.setRawMode(false);
      writeSync(descriptor, leave);
    } catch {
      // the terminal is gone: there is nothing to give back
    }
  };
  const again = (): void => {
    if (!isTaken || isDrawn) return;
    takeScreen();
    // its size may have changed while other programs had it, and nobody told this one
    process.kill(process.pid, "SIGWINCH");
  };
  const release = (): void => {
    if (!isTaken) return;
    isTaken = false;
    process.off("exit", release);
    process.off("uncaughtExceptionMonitor", release);
    process.off("SIGHUP", hangUp);
    process.off("SIGCONT", again);
    process.off("SIGWINCH", resized);
    stdin.off("data", onInput);
    giveScreen();
    stdin.pause();
  };
  const hangUp = (): void => {
    release();
    // as without us: Node itself falls over its own exit where the terminal has gone
    process.kill(process.pid, "SIGHUP");
  };
  process.on("exit", release);
  // Node prints the error right after: it has to be on the screen that stays
  process.on("uncaughtExceptionMonitor", release);
  process.on("SIGHUP", hangUp);
  process.on("SIGCONT", again);
  process.on("SIGWINCH", resized);
  stdin.setEncoding("utf8");
  stdin.on("data", onInput);
  takeScreen();
  return {
    screen: output,
    // a shell that waits for what $(…) prints has no way to continue it
    canSuspend: isStandard && process.platform !== "win32",
    suspend: () => {
      giveScreen();
      // the whole job, as the terminal itself does on Ctrl-Z
      process.kill(0, "SIGTSTP");
      setTimeout(again, stoppedMs);
    },
    release,
  };
}

/** The terminal a screen is drawn on, and how to measure it anew. */
interface DrawnOn {
  output: Output;
  descriptor: number;
  refresh(): void;
}

function standardScreen(): DrawnOn {
  // listens for a change of its size from here on, before anybody else
  void process.stdout;
  return { output: outputOf(1), descriptor: 1, refresh: () => undefined };
}

const ownTerminal = "/dev/tty";

function terminalItself(): DrawnOn {
  const descriptor = openSync(ownTerminal, "w");
  let size = sizeNow();
  return {
    output: {
      isTerminal: true,
      get columns() {
        return size?.[0];
      },
      get rows() {
        return size?.[1];
      },
      write: (text) => writeAll(descriptor, typeof text === "string" ? Buffer.from(text) : text),
    },
    descriptor,
    refresh: () => {
      size = sizeNow();
    },
  };
}

/** A stream knows the size there was when it was opened. */
function sizeNow(): [columns: number, rows: number] | undefined {
  const { WriteStream } = process.getBuiltinModule("node:tty");
  const stream = new WriteStream(openSync(ownTerminal, "w"));
  const size: [number, number] = [stream.columns, stream.rows];
  stream.destroy();
  return size[0] > 0 ? size : undefined;
}
