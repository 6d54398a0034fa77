import { writeSync } from "node:fs";
import type { TakenOver, TerminalListener } from "../ports.ts";

// a screen of its own, and lines that are cut rather than wrapped
const enter = "\u001b[?1049h\u001b[?7l\u001b[2J\u001b[H";
const leave = "\u001b[0m\u001b[?7h\u001b[?25h\u001b[?1049l";

/** Keys as they are typed, and the whole screen. However the process ends, the terminal is given back. */
export function takeOver({ onInput, onResize }: TerminalListener): TakenOver {
  const { stdin, stdout } = process;
  let isTaken = true;
  const release = (): void => {
    if (!isTaken) return;
    isTaken = false;
    process.off("exit", release);
    process.off("uncaughtExceptionMonitor", release);
    process.off("SIGHUP", hangUp);
    stdin.off("data", onInput);
    stdout.off("resize", onResize);
    try {
      stdin.setRawMode(false);
      stdin.pause();
      writeSync(1, leave);
    } catch {
      // the terminal is gone: there is nothing to give back
    }
  };
  const hangUp = (): void => {
    release();
    process.exit(128 + 1);
  };
  process.on("exit", release);
  // Node prints the error right after: it has to be on the screen that stays
  process.on("uncaughtExceptionMonitor", release);
  process.on("SIGHUP", hangUp);
  stdin.setRawMode(true);
  stdin.setEncoding("utf8");
  stdin.on("data", onInput);
  stdout.on("resize", onResize);
  writeSync(1, enter);
  return { release };
}
