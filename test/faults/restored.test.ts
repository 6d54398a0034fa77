import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CatalogAccess } from "../../src/modelsdev/client.ts";
import { digestOf } from "../../src/modelsdev/body.ts";
import { readSettings } from "../../src/modelsdev/settings.ts";
import { type SnapshotAbout, snapshotFiles } from "../../src/modelsdev/snapshot/snapshot.ts";
import { realCodec } from "../../src/system/real/codec.ts";
import { createSystem } from "../../src/system/real/system.ts";
import type { System } from "../../src/system/ports.ts";
import { type Command, copyOf } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { type Filled, fill } from "./one-life.ts";

const dayMs = 86_400_000;
let standIn: StandIn;
let filled: Filled;

beforeAll(async () => {
  standIn = await StandIn.start();
  filled = await fill(standIn);
});

afterAll(() => standIn.stop());

/** A machine a week later, whose package has just been updated: its snapshot of this source is of today. */
function machineWithSnapshot(): System {
  const machine = createSystem();
  const now = Date.now() + 7 * dayMs;
  const catalog = Buffer.from(JSON.stringify(smallCatalog(9)));
  const body = { catalog, facts: undefined, etag: undefined, factsEtag: undefined };
  const about: SnapshotAbout = {
    source: "the package",
    standsFor: standIn.url,
    takenAt: new Date(now - 1_000).toISOString(),
    digest: `sha256:${digestOf(body, realCodec)}`,
  };
  const shipped = new Map<string, Uint8Array>([
    [snapshotFiles.about, Buffer.from(JSON.stringify(about))],
    [snapshotFiles.catalog, realCodec.compress(catalog)],
  ]);
  return {
    ...machine,
    clock: { ...machine.clock, now: () => now },
    installation: { version: "9.9.9", readSnapshot: (name) => shipped.get(name) },
  };
}

/** The price that answers, and where it came from. */
async function askIn(command: Command): Promise<[price: number | undefined, origin: string]> {
  const machine = machineWithSnapshot();
  const settings = {
    ...readSettings(machine.environment, machine.files),
    source: standIn.url,
    cacheDirectory: command.env.MODELFORGE_CACHE_DIR,
    stateDirectory: join(command.home, "state"),
  };
  using access = new CatalogAccess(machine, settings);
  const { result, catalog } = await access.ask(
    {},
    (view) => view.findModel("openai/gpt-5")?.price?.input ?? undefined,
  );
  return [result, catalog.origin];
}

describe("a snapshot that came with a newer package", () => {
  it("answers instead of a stale cache of the same source", async () => {
    expect(await askIn(copyOf(filled.command))).toEqual([9, "snapshot"]);
  });

  it("leaves in charge what was restored by hand, older as it is", async () => {
    const command = copyOf(filled.command);
    expect((await command.ask(["cache", "restore", filled.older])).code).toBe(0);
    for (let times = 0; times < 2; times += 1) {
      expect(await askIn(command)).toEqual([1, "cache"]);
    }
    expect(standIn.count("/api.json", 304)).toBe(0);
  });

  it("leaves it in charge too where its prepared files went to make room", async () => {
    const command = copyOf(filled.command);
    const history = await command.ask(["cache", "history", "--json"]);
    const sizes = answerOf<{ bytes: number }[]>(history).result.map(({ bytes }) => bytes);
    const kilobytes = Math.floor(sizes.reduce((sum, bytes) => sum + bytes, 0) / 1000) - 10;
    const pruned = await command.ask(["cache", "prune", "--max-size", `${kilobytes}kB`]);
    expect(pruned.stdout).toContain(`${filled.older} to what its source sent`);
    const restored = await command.ask(["cache", "restore", filled.older]);
    expect([restored.code, restored.stderr]).toEqual([0, ""]);
    for (let times = 0; times < 2; times += 1) expect(await askIn(command)).toEqual([1, "cache"]);
  });
});
