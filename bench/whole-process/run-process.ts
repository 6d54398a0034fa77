import { spawn } from "node:child_process";

export interface RunOptions {
  env: NodeJS.ProcessEnv;
  cwd: string;
  /** What stdout has to look like: a command that fails fast is not fast. */
  expected: RegExp;
}

export interface Run {
  milliseconds: number;
  stdout: string;
  stderr: string;
}

/** Runs Node from its start until it has ended and both its pipes are read to the end. */
export function runProcess(args: readonly string[], options: RunOptions): Promise<Run> {
  const { env, cwd, expected } = options;
  return new Promise((resolve, reject) => {
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    const start = process.hrtime.bigint();
    const child = spawn(process.execPath, args, { env, cwd, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
      const stdout = Buffer.concat(out).toString();
      const stderr = Buffer.concat(err).toString();
      if (code === 0 && expected.test(stdout)) resolve({ milliseconds, stdout, stderr });
      else reject(new Error(`exit ${code} of ${args.join(" ")}: ${stdout.slice(0, 300)}${stderr}`));
    });
  });
}
