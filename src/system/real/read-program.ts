import type { ChildProcess } from "node:child_process";
import type { ProgramRead } from "../ports.ts";
import { codeOf } from "./file-codes.ts";

const mostBytes = 64 * 1024;
const mostErrors = 4 * 1024;

/** What a program printed before its end is in the pipe by then; somebody else may keep that open. */
const restMs = 100;

/** What a program prints, with nothing to read and nobody to ask. Undefined where it cannot be started. */
export async function readProgram(
  [program = "", ...words]: readonly string[],
  { directory, timeoutMs }: { directory: string; timeoutMs: number },
): Promise<ProgramRead | undefined> {
  const { spawn } = process.getBuiltinModule("node:child_process");
  const child = spawn(program, words, {
    cwd: directory,
    shell: false,
    stdio: ["ignore", "pipe", "pipe"],
    // so that what it starts can be ended with it
    detached: hasGroups,
    windowsHide: true,
  });
  const letGo = endWithUs(child);
  let text = "";
  let errors = "";
  let isTooLong = false;
  let isLate = false;
  const leave = (): void => {
    child.stdout.destroy();
    child.stderr.destroy();
  };
  const end = (): void => {
    killAll(child);
    // what left its group may hold the pipes open
    leave();
  };
  child.stdout.setEncoding("utf8").on("data", (more: string) => {
    text += more;
    if (text.length <= mostBytes) return;
    isTooLong = true;
    text = text.slice(0, mostBytes);
    end();
  });
  child.stderr.setEncoding("utf8").on("data", (more: string) => {
    // the rest is read and dropped: a full pipe would hold the program up
    errors = `${errors}${more}`.slice(0, mostErrors);
  });
  const timer = setTimeout(() => {
    isLate = true;
    end();
  }, timeoutMs);
  let rest: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      child.on("error", (error) => {
        const code = codeOf(error);
        if (code === "ENOENT" || code === "EACCES" || code === "ENOTDIR") resolve(undefined);
        else reject(error);
      });
      child.on("exit", () => {
        clearTimeout(timer);
        letGo();
        // a loop that was held up reads what there is before it comes to this
        rest = setTimeout(() => setImmediate(leave), restMs);
      });
      child.on("close", (code) => {
        resolve({ code: isLate ? null : (code ?? 1), text, errors, isTooLong });
      });
    });
  } finally {
    clearTimeout(timer);
    clearTimeout(rest);
    letGo();
  }
}

// Windows has none, and another console would be another window
const hasGroups = process.platform !== "win32";

/** Ends a program and all that it started, as long as it runs: afterwards its number may be another's. */
function killAll(child: ChildProcess): void {
  const { pid, exitCode, signalCode } = child;
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  try {
    process.kill(hasGroups ? -pid : pid, "SIGKILL");
  } catch {
    // it may not be ended, or is gone; the other way says so without a failure
    child.kill("SIGKILL");
  }
}

// Windows knows no other
const signals: readonly NodeJS.Signals[] = [
  "SIGINT",
  "SIGTERM",
  "SIGHUP",
  ...(hasGroups ? (["SIGQUIT"] as const) : []),
];

/** A group of its own hears nothing of Ctrl-C, and would outlive this process. Gives a way to let it be. */
function endWithUs(child: ChildProcess): () => void {
  const end = (): void => killAll(child);
  const onSignal = (signal: NodeJS.Signals): void => {
    end();
    // where nobody else listens it is the end of this process, as it would be without us
    if (process.listenerCount(signal) > 1) return;
    letGo();
    process.kill(process.pid, signal);
  };
  const letGo = (): void => {
    for (const signal of signals) process.off(signal, onSignal);
    process.off("exit", end);
  };
  for (const signal of signals) process.on(signal, onSignal);
  process.on("exit", end);
  return letGo;
}
