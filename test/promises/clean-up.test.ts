import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Command, copyOf, createCommand } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { flipBit } from "../faults/harms.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

let mine: StandIn;
let other: StandIn;
let filled: Command;

beforeAll(async () => {
  [mine, other] = [await StandIn.start(), await StandIn.start()];
  filled = createCommand({ MODELFORGE_URL: mine.url });
  for (const edition of [1, 2, 3]) {
    for (const one of [other, mine]) {
      one.serve("/api.json", smallCatalog(edition));
      const ran = await filled.ask(["refresh-cache"], { MODELFORGE_URL: one.url });
      expect(ran.code).toBe(0);
    }
  }
});

afterAll(async () => {
  await mine.stop();
  await other.stop();
});

interface Generation {
  name: string;
  bytes: number;
  isCurrent: boolean;
}
const ofOther = (): Record<string, string> => ({ MODELFORGE_URL: other.url });
const historyOf = async ({ ask }: Command, more = {}): Promise<Generation[]> =>
  answerOf<Generation[]>(await ask(["cache", "history", "--json"], more)).result;
const pathOf = async ({ ask }: Command, more = {}): Promise<string> =>
  (await ask(["cache", "path", "--source"], more)).stdout.trim();
const editionIn = async ({ ask }: Command, more = {}): Promise<number> => {
  const ran = await ask(["info", "openai/gpt-5", "--json"], more);
  return answerOf<{ price: { input: number } }>(ran).result.price.input;
};

interface Victim {
  what: "removed" | "reduced";
  name: string;
}

/** What would go, in that order: a limit a byte below what would be left takes the next. */
async function victimsOf({ ask }: Command): Promise<Victim[]> {
  const victims: Victim[] = [];
  for (let limit = 1e9; ; ) {
    const args = ["cache", "prune", "--dry-run", "--max-size", String(limit), "--json"];
    const { result } = answerOf<{ removed: string[]; reduced: string[]; bytes: number }>(
      await ask(args),
    );
    const all = (["removed", "reduced"] as const).flatMap((what) =>
      result[what].map((name) => ({ what, name })),
    );
    const isKnown = (one: Victim): boolean =>
      victims.some(({ what, name }) => what === one.what && name === one.name);
    victims.push(...all.filter((one) => !isKnown(one)));
    if (result.bytes > limit) return victims;
    limit = result.bytes - 1;
  }
}

describe("what goes to make room", () => {
  it("is nothing that the next answer reads", async () => {
    const command = copyOf(filled);
    // worked out before, so that it is there
    expect((await command.ask(["prepare-catalog"])).code).toBe(0);
    const prepared = join(await pathOf(command), "prepared");
    const current = (await historyOf(command)).find(({ isCurrent }) => isCurrent)?.name ?? "";
    const [digest = ""] = current.split("-");
    const own = readdirSync(prepared).filter((name) => name.startsWith(digest));
    expect(own).toHaveLength(1);
    expect((await command.ask(["cache", "prune", "--max-size", "1kB"])).code).toBe(0);
    expect(readdirSync(prepared)).toEqual(own);
  });

  it("is what was set aside, then what can be worked out again, then older generations, the source asked longest ago first", async () => {
    const command = copyOf(filled);
    const own = await pathOf(command);
    mkdirSync(join(own, "refused"), { mode: 0o700 });
    writeFileSync(join(own, "refused", "5f0c36a1e2d4b8c7.json.br"), "x".repeat(1_000));
    // the other source was asked before this one
    expect(await editionIn(command, ofOther())).toBe(3);
    expect(await editionIn(command)).toBe(3);
    const key = own.split("/").at(-1) ?? "";
    const said = (await victimsOf(command)).map(({ what, name }) => {
      const place = /quarantine|refused/.test(name) ? "aside" : what;
      return `${place} ${name.startsWith(key) ? "own" : "other"}`;
    });
    expect(said).toEqual([
      "aside own",
      // two older ones each, the other source's first
      "reduced other",
      "reduced other",
      "reduced own",
      "reduced own",
      // of its own, what answers stays as it is
      "reduced other",
      "removed other",
      "removed other",
      "removed own",
      "removed own",
    ]);
  });

  it("is never the last catalog of a source, and a limit too small for that is said", async () => {
    const command = copyOf(filled);
    const ran = await command.ask(["cache", "prune", "--max-size", "1kB"]);
    expect(ran.code).toBe(0);
    expect(ran.stderr).toMatch(/more than the 1 kB it may: the last catalog of a source is/);
    expect((await historyOf(command)).map(({ isCurrent }) => isCurrent)).toEqual([true]);
    mine.requests.length = 0;
    other.requests.length = 0;
    expect(await editionIn(command)).toBe(3);
    expect(await editionIn(command, ofOther())).toBe(3);
    expect([...mine.requests, ...other.requests]).toEqual([]);
  });

  it("is chosen so that the caches of all sources together fit, after a refresh as well", async () => {
    const command = copyOf(filled);
    const bytesOf = async (more = {}): Promise<number> =>
      answerOf<{ bytes: number }>(await command.ask(["cache", "status", "--json"], more)).result
        .bytes;
    const sum = async (): Promise<number> => (await bytesOf()) + (await bytesOf(ofOther()));
    const before = await sum();
    const limit = Math.round(before * 0.7);
    mine.serve("/api.json", smallCatalog(4));
    const limited = { MODELFORGE_MAX_CACHE_SIZE: String(limit) };
    expect((await command.ask(["refresh-cache"], limited)).code).toBe(0);
    expect(await sum()).toBeLessThanOrEqual(limit);
    expect(await editionIn(command, ofOther())).toBe(3);
  });

  it("can be looked at first: --dry-run removes nothing", async () => {
    const command = copyOf(filled);
    const { stdout } = await command.ask(["cache", "prune", "--max-size", "1kB", "--dry-run"]);
    expect(stdout).toContain("would be freed");
    expect(await historyOf(command)).toHaveLength(3);
  });
});

describe("a generation reduced to what its source sent", () => {
  it("is worked out again when it is asked for", async () => {
    const command = createCommand({ MODELFORGE_URL: mine.url });
    for (const edition of [1, 2]) {
      mine.serve("/api.json", smallCatalog(edition));
      expect((await command.ask(["refresh-cache"])).code).toBe(0);
    }
    const [newer, older] = (await historyOf(command)) as [Generation, Generation];
    const limit = String(Math.round(newer.bytes + older.bytes / 2));
    const pruned = await command.ask(["cache", "prune", "--max-size", limit]);
    expect(pruned.stdout).toContain(`${older.name} to what its source sent`);
    expect((await historyOf(command))[1]?.bytes).toBeLessThan(older.bytes / 3);
    mine.requests.length = 0;
    expect((await command.ask(["cache", "restore", older.name])).code).toBe(0);
    const ran = await command.ask(["info", "openai/gpt-5", "--json"]);
    expect(answerOf(ran)).toMatchObject({ result: { price: { input: 1 } }, warnings: [] });
    expect(mine.requests).toEqual([]);
  });
});

describe("what was damaged", () => {
  it("is in the folder quarantine once it is replaced, and gone after a week", async () => {
    const command = copyOf(filled);
    const own = await pathOf(command);
    const [current] = await historyOf(command);
    flipBit(join(own, "generations", current?.name ?? "", "body.br"));
    flipBit(join(own, "generations", current?.name ?? "", "manifest.json"));
    mine.serve("/api.json", smallCatalog(5));
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
    const quarantine = join(own, "quarantine");
    const [kept = ""] = readdirSync(quarantine);
    expect(kept).not.toBe("");
    mine.serve("/api.json", smallCatalog(6));
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
    expect(readdirSync(quarantine)).toContain(kept);
    const longAgo = new Date(Date.now() - 8 * 86_400_000);
    utimesSync(join(quarantine, kept), longAgo, longAgo);
    mine.serve("/api.json", smallCatalog(7));
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
    expect(existsSync(join(quarantine, kept))).toBe(false);
  });
});

describe("what an older version compiled", () => {
  it("goes with the next refresh that brings something new", async () => {
    const command = copyOf(filled);
    const code = join(command.env.MODELFORGE_CACHE_DIR, "code");
    mkdirSync(code, { recursive: true });
    writeFileSync(join(code, "0.0.9-v20.18.1-x64-info.bin"), "x");
    mine.serve("/api.json", smallCatalog(8));
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
    expect(existsSync(join(code, "0.0.9-v20.18.1-x64-info.bin"))).toBe(false);
  });
});

describe("cache clear", () => {
  it("removes the cache of this source, with --all that of every source, and the next command fetches anew", async () => {
    const command = copyOf(filled);
    mine.serve("/api.json", smallCatalog(3));
    expect((await command.ask(["cache", "clear", "--yes"])).code).toBe(0);
    expect(await historyOf(command)).toEqual([]);
    expect(await historyOf(command, ofOther())).toHaveLength(3);
    expect((await command.ask(["cache", "clear", "--all", "--yes"])).code).toBe(0);
    expect(await historyOf(command, ofOther())).toEqual([]);
    mine.requests.length = 0;
    expect(await editionIn(command)).toBe(3);
    expect(mine.count("/api.json", 200)).toBe(1);
  });
});
