import type { ProgramRead } from "../ports.ts";
import { codeOf } from "./file-codes.ts";

const mostBytes = 64 * 1024;
const mostErrors = 4 * 1024;

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
  });
  let text = "";
  let errors = "";
  let isTooLong = false;
  let isLate = false;
  const end = (): void => {
    child.kill("SIGKILL");
    // what it started may hold the pipes open
    child.stdout.destroy();
    child.stderr.destroy();
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
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      isLate = true;
      end();
    }, timeoutMs);
    child.on("error", (error) => {
      clearTimeout(timer);
      const code = codeOf(error);
      if (code === "ENOENT" || code === "EACCES" || code === "ENOTDIR") resolve(undefined);
      else reject(error);
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ code: isLate ? null : (code ?? 1), text, errors, isTooLong });
    });
  });
}
