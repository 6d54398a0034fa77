import { constants } from "node:os";
import { codeOf } from "./file-codes.ts";

// what a shell answers for a program that a signal ended
const bySignal = 128;

/** Another program with this one's terminal. Undefined where there is none of that name. */
export async function runProgram(
  [program = "", ...words]: readonly string[],
  environment: Readonly<Record<string, string>>,
  { toErrors = false }: { toErrors?: boolean } = {},
): Promise<number | undefined> {
  const { spawn } = process.getBuiltinModule("node:child_process");
  const child = spawn(program, words, {
    stdio: ["inherit", toErrors ? 2 : "inherit", "inherit"],
    shell: false,
    env: { ...process.env, ...environment },
  });
  // Ctrl-C is the program's while it runs; what is sent to this process alone is handed on
  const ignore = (): void => undefined;
  const handOn = (signal: NodeJS.Signals): void => void child.kill(signal);
  process.on("SIGINT", ignore);
  process.on("SIGTERM", handOn);
  process.on("SIGHUP", handOn);
  try {
    return await new Promise<number | undefined>((resolve, reject) => {
      child.on("error", (error) => {
        const code = codeOf(error);
        if (code === "ENOENT" || code === "EACCES" || code === "ENOTDIR") resolve(undefined);
        else reject(error);
      });
      child.on("close", (code, signal) => {
        resolve(code ?? bySignal + (signal === null ? 0 : constants.signals[signal]));
      });
    });
  } finally {
    process.off("SIGINT", ignore);
    process.off("SIGTERM", handOn);
    process.off("SIGHUP", handOn);
  }
}
