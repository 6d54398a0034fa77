import { codeOf } from "./file-codes.ts";

const mostBytes = 64 * 1024;

/** What a program prints, with nothing to read and nobody to ask. Undefined where it cannot be started. */
export async function readProgram(
  [program = "", ...words]: readonly string[],
  { directory, timeoutMs }: { directory: string; timeoutMs: number },
): Promise<{ code: number | null; text: string } | undefined> {
  const { spawn } = process.getBuiltinModule("node:child_process");
  const child = spawn(program, words, {
    cwd: directory,
    shell: false,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (more: string) => {
    text += more;
    if (text.length > mostBytes) child.kill("SIGKILL");
  });
  return new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill("SIGKILL");
      // what it started may hold the pipe open
      child.stdout.destroy();
    }, timeoutMs);
    child.on("error", (error) => {
      clearTimeout(timer);
      const code = codeOf(error);
      if (code === "ENOENT" || code === "EACCES" || code === "ENOTDIR") resolve(undefined);
      else reject(error);
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ code: isLate ? null : (code ?? 1), text });
    });
  });
}
