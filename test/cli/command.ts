import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..", "..");
export const bin = join(root, "dist", "bin.js");

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The built command in pipes, with a home of its own and nothing of the machine's settings. */
export function createCommand(environment: Record<string, string>) {
  const home = mkdtempSync(join(tmpdir(), "modelforge-cli-"));
  const env = {
    PATH: process.env.PATH ?? "",
    HOME: home,
    MODELFORGE_CACHE_DIR: join(home, "cache"),
    MODELFORGE_STATE_DIR: join(home, "state"),
    ...environment,
  };
  const start = (args: readonly string[], more: Record<string, string> = {}): ChildProcess =>
    spawn(process.execPath, [bin, ...args], { env: { ...env, ...more } });
  return {
    home,
    env,
    start,
    run(args: readonly string[], more: Record<string, string> = {}): Ran {
      const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
        env: { ...env, ...more },
        encoding: "utf8",
        maxBuffer: 64 * 1024 * 1024,
      });
      return { code: status, stdout, stderr };
    },
    /** The same without blocking this process, for questions to a server in it. */
    ask: (args: readonly string[], more: Record<string, string> = {}): Promise<Ran> =>
      ended(start(args, more)),
    /** Through a shell, `modelforge` standing for the command. */
    shell(line: string): Ran {
      const script = `modelforge() { "${process.execPath}" "${bin}" "$@"; }; ${line}`;
      const { status, stdout, stderr } = spawnSync("bash", ["-c", script], {
        env,
        encoding: "utf8",
        maxBuffer: 64 * 1024 * 1024,
      });
      return { code: status, stdout, stderr };
    },
  };
}

/** What a process printed and how it ended. */
export async function ended(child: ChildProcess): Promise<Ran> {
  let stdout = "";
  let stderr = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, stdout, stderr };
}
