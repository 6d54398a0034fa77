import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";

/** What runs in a process of its own: the one that measures stays small, because a large one forks slowly. */
const roles = {
  server: async () => (await import("../loopback/server.ts")).serve,
  grow: async () => (await import("../growth/grow-catalog.ts")).growCatalog,
  heap: async () => (await import("../memory/library-heap.ts")).printLibraryHeap,
  "in-process": async () => (await import("../in-process/timings.ts")).printTimings,
  "search-quality": async () => (await import("../search-quality/hits.ts")).printHits,
} as const;

export type Role = keyof typeof roles;

export function isRole(name: string): name is Role {
  return Object.hasOwn(roles, name);
}

export async function playRole(role: Role, args: readonly string[]): Promise<void> {
  const play: (args: readonly string[]) => void | Promise<void> = await roles[role]();
  await play(args);
}

/** The arguments that make Node play a role. */
export function roleArguments(role: Role, args: readonly string[]): string[] {
  return [resolve(process.argv[1] ?? ""), "--role", role, ...args];
}

/** Plays a role in a child and reads the JSON it prints. */
export async function askRole<T>(
  role: Role,
  args: readonly string[],
  options: { env: NodeJS.ProcessEnv; nodeFlags?: readonly string[] },
): Promise<T> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...(options.nodeFlags ?? []), ...roleArguments(role, args)],
    { env: options.env, maxBuffer: 64 * 1024 ** 2 },
  );
  return (stdout === "" ? undefined : JSON.parse(stdout)) as T;
}
