import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { removeTree } from "../remove-tree.ts";

export const root = join(import.meta.dirname, "..", "..");
export const bin = join(root, "dist", "bin.js");

const homes: string[] = [];

afterAll(() => {
  for (const home of homes) {
    // a process in the background may be writing its last note
    removeTree(home);
  }
});

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

export type Command = ReturnType<typeof createCommand>;

/** The built command in pipes, with a home of its own and nothing of the machine's settings. */
export function createCommand(environment: Record<string, string>) {
  const home = mkdtempSync(join(tmpdir(), "modelforge-cli-"));
  homes.push(home);
  const env = {
    PATH: process.env.PATH ?? "",
    // an editor that leaves everything as it is
    EDITOR: "true",
    HOME: home,
    MODELFORGE_CACHE_DIR: join(home, "cache"),
    MODELFORGE_STATE_DIR: join(home, "state"),
    // what outlives a command would write into a home that is being removed
    MODELFORGE_FEATURE_BACKGROUND_REFRESH: "0",
    ...environment,
  };
  /** `under` is a program that starts it: `["strace", "-f"]`. */
  const start = (
    args: readonly string[],
    more: Record<string, string> = {},
    under: readonly string[] = [],
  ): ChildProcess => {
    const [program = "", ...words] = [...under, process.execPath, bin, ...args];
    return spawn(program, words, { env: { ...env, ...more } });
  };
  return {
    home,
    env,
    environment,
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
    ask: (...how: Parameters<typeof start>): Promise<Ran> => ended(start(...how)),
    /** The same in a directory. */
    shellIn(cwd: string, line: string, more: Record<string, string> = {}): Ran {
      return this.shell(line, { cwd, env: { ...env, ...more } });
    },
    /** Through a shell, `modelforge` standing for the command. */
    shell(line: string, how: { cwd?: string; env?: Record<string, string> } = {}): Ran {
      const script = `modelforge() { "${process.execPath}" "${bin}" "$@"; }; ${line}`;
      const { status, stdout, stderr } = spawnSync("bash", ["-c", script], {
        env,
        ...how,
        encoding: "utf8",
        maxBuffer: 64 * 1024 * 1024,
      });
      return { code: status, stdout, stderr };
    },
  };
}

/** What a process is still writing beside its target may be gone a moment later. */
const isFinished = (path: string): boolean => !path.endsWith(".tmp");

/** The same command in another home, with a copy of its cache and its notes. */
export function copyOf(command: Command): Command {
  const copy = createCommand(command.environment);
  for (const name of ["MODELFORGE_CACHE_DIR", "MODELFORGE_STATE_DIR"] as const) {
    if (existsSync(command.env[name]))
      cpSync(command.env[name], copy.env[name], { recursive: true, filter: isFinished });
  }
  return copy;
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
