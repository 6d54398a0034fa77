import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { createInterface } from "node:readline";

/** What one process has used, from its start to its end. */
interface Used {
  userMs: number;
  systemMs: number;
  /** The most memory it ever held. */
  peakBytes: number;
}

/** A command that has ended, and with it all that it started. */
export interface Ended extends Used {
  code: number;
  /** Until it has ended and both its pipes are read to the end; what it left running is waited for, but not timed. */
  wallMs: number;
  /** What has outlived the command. */
  others: Used[];
  stdout: string;
  stderr: string;
}

interface Started {
  argv: readonly string[];
  env: NodeJS.ProcessEnv;
  cwd: string;
}

/** Runs commands one after the other and counts what they use. */
export interface Counter {
  /** Whether what outlives a command is counted too. */
  adopts: boolean;
  run(started: Started): Promise<Ended>;
  /** Ends it, and a command that is running. */
  stop(): void;
}

const script = "bench/count/run-and-count.py";

/** Undefined where there is no python3. */
export async function startCounter(): Promise<Counter | undefined> {
  // a group of its own: it ends with what it runs, and by us alone
  const child = spawn("python3", [resolve(script)], {
    stdio: ["pipe", "pipe", "inherit"],
    detached: true,
  });
  try {
    await once(child, "spawn");
  } catch {
    return undefined;
  }
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async <T>(): Promise<T> => {
    const { done, value } = await lines.next();
    if (done === true) throw new Error(`${script} has ended`);
    return JSON.parse(value) as T;
  };
  const { adopts } = await next<{ adopts: boolean }>();
  return {
    adopts,
    run: async ({ argv, env, cwd }) => {
      child.stdin.write(`${JSON.stringify({ argv, env, cwd })}\n`);
      const answer = await next<Ended | { failed: string }>();
      if ("failed" in answer) throw new Error(`${argv.join(" ")}: ${answer.failed}`);
      return answer;
    },
    stop: () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid);
    },
  };
}
