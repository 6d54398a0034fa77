import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
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
const { ModelsDevClient } = load("modelforge") as typeof Library;

const home = mkdtempSync(join(tmpdir(), "modelforge-first-"));
const source = "/api.json";
let standIn: StandIn;

beforeAll(async () => {
  process.env.MODELFORGE_STATE_DIR = join(home, "state");
  standIn = await StandIn.start();
  standIn.serve(source, smallCatalog(1));
});

afterAll(async () => {
  await standIn.stop();
  rmSync(home, { recursive: true, force: true });
});

/** What was worked out in a cache, finished or not. */
function preparedIn(cacheDirectory: string): string[] {
  const store = join(cacheDirectory, "v1");
  return readdirSync(store).flatMap((key) => {
    const directory = join(store, key, "prepared");
    return existsSync(directory) ? readdirSync(directory) : [];
  });
}

describe("a catalog that is new to a program", () => {
  it("answers from its rows first, and is worked out with the second question", async () => {
    const cacheDirectory = join(home, "rows");
    const client = new ModelsDevClient({ source: standIn.url, cacheDirectory });
    const usage = { input: 1_000, output: 100 };
    const first = await client.estimateCost(["openai/gpt-5"], usage);
    expect(preparedIn(cacheDirectory)).toEqual([]);
    expect(await client.estimateCost(["openai/gpt-5"], usage)).toEqual(first);
    expect(preparedIn(cacheDirectory)).toHaveLength(1);
    expect(standIn.count(source)).toBe(1);
  });

  it("is worked out at once for a question that rows alone cannot answer", async () => {
    const cacheDirectory = join(home, "offers");
    const client = new ModelsDevClient({ source: standIn.url, cacheDirectory });
    expect((await client.findOffers("openai/GPT 5")).offers).toHaveLength(12);
    expect(preparedIn(cacheDirectory)).toHaveLength(1);
  });
});
