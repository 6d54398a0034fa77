import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type LoopbackServer, startServer } from "../loopback/start-server.ts";
import { runProcess } from "../whole-process/run-process.ts";
import { environmentFor } from "./environment.ts";
import type { Wish } from "./wish.ts";

/** What the questions measure with. */
export interface Setting {
  wish: Wish;
  /** The built command. */
  bin: string;
  /** Temporary, removed at the end. */
  directory: string;
  server: LoopbackServer;
  /** Of a command that never asks the network and finds the catalog in its cache. */
  warm: NodeJS.ProcessEnv;
}

export async function openSetting(wish: Wish): Promise<Setting> {
  const directory = mkdtempSync(join(tmpdir(), "modelforge-bench-"));
  mkdirSync(join(directory, "here"));
  const bin = resolve("dist/bin.js");
  const server = await startServer(resolve(wish.catalog));
  const online = environmentFor(directory, "warm", { MODELFORGE_URL: server.url });
  await runProcess([bin, "refresh-cache"], {
    env: online,
    cwd: directory,
    expected: /new catalog/,
  });
  const warm = { ...online, MODELFORGE_OFFLINE: "1" };
  return { wish, bin, directory, server, warm };
}

export function closeSetting({ server, directory }: Setting): void {
  server.stop();
  rmSync(directory, { recursive: true, force: true });
}
