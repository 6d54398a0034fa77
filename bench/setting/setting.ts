import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Counter, startCounter } from "../count/counter.ts";
import { runOnce } from "../count/pairs.ts";
import { type LoopbackServer, startServer } from "../loopback/start-server.ts";
import { findNodes } from "../nodes/find-nodes.ts";
import { type NodeAtHand, ownNode } from "../nodes/node.ts";
import { environmentFor } from "./environment.ts";
import type { Wish } from "./wish.ts";

/** What the questions measure with. */
export interface Setting {
  wish: Wish;
  /** The built command. */
  bin: string;
  /** Temporary, removed at the end. */
  directory: string;
  counter: Counter;
  nodes: readonly NodeAtHand[];
  /** What could not be had, a sentence each. */
  missing: readonly string[];
  server: LoopbackServer;
  /** Of a command that never asks the network and finds the catalog in its cache. */
  warm: NodeJS.ProcessEnv;
}

/** @throws where there is no python3, or the command cannot even fill its cache */
export async function openSetting(wish: Wish): Promise<Setting> {
  const counter = await startCounter();
  if (counter === undefined) throw new Error("python3 is missing: it counts what commands use");
  const { nodes, missing } = await findNodes(wish.nodes);
  for (const sentence of missing) console.error(sentence);
  const directory = mkdtempSync(join(tmpdir(), "modelforge-bench-"));
  const bin = resolve("dist/bin.js");
  const server = await startServer(resolve(wish.catalog));
  const online = environmentFor(directory, "warm", { MODELFORGE_URL: server.url });
  const warm = { ...online, MODELFORGE_OFFLINE: "1" };
  const setting: Setting = { wish, bin, directory, counter, nodes, missing, server, warm };
  const filling = { node: ownNode, args: [bin, "refresh-cache"], env: online, cwd: directory };
  try {
    await runOnce(counter, { ...filling, expected: /new catalog/ });
  } catch (error) {
    closeSetting(setting);
    throw error;
  }
  return setting;
}

export function closeSetting({ counter, server, directory }: Setting): void {
  counter.stop();
  server.stop();
  // what a command had started may be writing still
  rmSync(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
