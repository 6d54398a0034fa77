import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type * as Library from "../../src/index.ts";
import { root } from "../cli/command.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

// as a program that depends on the package finds it
const load = createRequire(join(root, "package.json"));
const { ModelsDevCache, ModelsDevClient } = load("modelforge") as typeof Library;
type Client = InstanceType<typeof Library.ModelsDevClient>;
type Cache = InstanceType<typeof Library.ModelsDevCache>;

const home = mkdtempSync(join(tmpdir(), "modelforge-held-"));
let standIn: StandIn;

beforeAll(async () => {
  process.env.MODELFORGE_STATE_DIR = join(home, "state");
  standIn = await StandIn.start();
});

afterAll(async () => {
  await standIn.stop();
  rmSync(home, { recursive: true, force: true });
});

const changes: [what: string, change: (client: Client, cache: Cache) => Promise<unknown>][] = [
  ["client.clearCache()", (client) => client.clearCache()],
  ["client.refresh()", (client) => client.refresh()],
  ["cache.clear(true)", (_, cache) => cache.clear(true)],
  ["cache.prune(1)", (_, cache) => cache.prune(1)],
  [
    "cache.restore(…)",
    async (_, cache) => cache.restore((await cache.history()).at(-1)?.name ?? ""),
  ],
];

describe("a catalog held by client.open()", () => {
  it.each(changes)("is whole while %s changes the cache", async (what, change) => {
    const options = { source: standIn.url, cacheDirectory: join(home, what.replaceAll(/\W/g, "")) };
    for (const price of [1, 2]) {
      standIn.serve("/api.json", smallCatalog(price));
      await new ModelsDevClient(options).refresh();
    }
    // what it fetched itself it would have in memory
    const client = new ModelsDevClient(options);
    const view = await client.open();
    standIn.serve("/api.json", smallCatalog(3));
    await change(client, new ModelsDevCache(options));
    expect(view.findModel("openai/gpt-5")?.price?.input).toBe(2);
    expect(view.findProvider("openai")?.id).toBe("openai");
    expect(view.refs()).toContain("openai/gpt-5");
    expect((await client.open()).findModel("openai/gpt-5")).toBeDefined();
    expect(view.findModel("openai/small")).toBeDefined();
  });
});
