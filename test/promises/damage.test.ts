import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mostKept } from "../../src/catalog/recommend/usual-rankings.ts";
import type { Room } from "../../src/modelsdev/disk/names.ts";
import { type Command, copyOf, createCommand, type Ran } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { flipBit } from "../faults/harms.ts";
import { status } from "../stand-in/answers.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

const source = "/api.json";
const question = ["info", "openai/gpt-5", "--json"];
let standIn: StandIn;
let filled: Command;
let digest: string;

beforeAll(async () => {
  standIn = await StandIn.start();
  filled = createCommand({ MODELFORGE_URL: standIn.url });
  for (const edition of [1, 2]) {
    standIn.serve(source, smallCatalog(edition));
    digest = answerOf(await filled.ask(["refresh-cache", "--json"])).catalog.digest;
  }
});

beforeEach(() => {
  standIn.order(source);
  standIn.requests.length = 0;
});

afterAll(() => standIn.stop());

const isOfCurrent = (name: string): boolean => digest.startsWith(`sha256:${name.slice(0, 16)}`);

/** A cache in which files are damaged: of the source, or in a room's directory of the catalog that answers. */
async function damaged(...files: (readonly [file: string] | readonly [Room, string])[]) {
  const command = copyOf(filled);
  const store = (await command.ask(["cache", "path", "--source"])).stdout.trim();
  for (const path of files) flipBit(join(store, ...inCurrent(store, path)));
  return command;
}

function inCurrent(store: string, path: readonly string[]): string[] {
  const [room = "", file] = path;
  if (file === undefined) return [room];
  return [room, readdirSync(join(store, room)).find(isOfCurrent) ?? "", file];
}

const body = ["generations", "body.br"] as const;
const ofGeneration = ["generations", "manifest.json"] as const;
const ofPrepared = ["prepared", "manifest.json"] as const;

const said = (ran: Ran): string[] => answerOf(ran).warnings.map(({ code }) => code);
const priceOf = (ran: Ran): number =>
  answerOf<{ price: { input: number } }>(ran).result.price.input;

describe("where this is damaged, that answers:", () => {
  it.each(["models.jsonl", "manifest.json"])(
    "a prepared file that is read, or the manifest of them (%s), the same prepared anew from the stored body",
    async (file) => {
      const command = await damaged(["prepared", file]);
      const ran = await command.ask(["list", "--status", "all", "--json"]);
      expect(answerOf(ran).catalog).toMatchObject({ origin: "cache", digest });
      expect(said(ran)).toEqual(["cache.damaged", "cache.repaired"]);
      expect(standIn.requests).toEqual([]);
      expect((await command.ask(["cache", "verify"])).code).toBe(0);
    },
  );

  it("a kept ranking that is read, the same prepared anew from the stored body", async () => {
    const words = ["recommend", "chat", "--json"];
    const { result } = answerOf(await filled.ask(words));
    const command = await damaged(["prepared", "rankings.jsonl"]);
    const ran = await command.ask(["recommend", "chat", "--json", "--limit", `${mostKept}`]);
    expect(said(ran)).toEqual(["cache.damaged", "cache.repaired"]);
    const again = await command.ask(words);
    expect([answerOf(again).result, said(again)]).toEqual([result, []]);
    expect((await command.ask(["cache", "verify"])).code).toBe(0);
  });

  it("a prepared file that nobody reads, the others, and the next refresh sees to it", async () => {
    const command = await damaged(["prepared", "search.bin"]);
    const ran = await command.ask(question);
    expect([priceOf(ran), said(ran), ran.stderr]).toEqual([2, [], ""]);
    expect((await command.ask(["cache", "verify"])).code).toBe(8);
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
    expect((await command.ask(["cache", "verify"])).code).toBe(0);
  });

  it.each([
    ["stored body", body],
    ["generation's manifest", ofGeneration],
  ])(
    "the %s, the prepared files, and the next refresh fetches the catalog anew",
    async (_, file) => {
      const command = await damaged(file);
      const ran = await command.ask(question);
      expect(answerOf(ran).catalog).toMatchObject({ origin: "cache", digest });
      expect([priceOf(ran), standIn.requests]).toEqual([2, []]);
      expect((await command.ask(["refresh-cache"])).code).toBe(0);
      expect(standIn.count(source, 200)).toBe(1);
      expect((await command.ask(["cache", "verify"])).code).toBe(0);
    },
  );

  it("both, the source, asked once", async () => {
    const command = await damaged(body, ofPrepared);
    expect(priceOf(await command.ask(question))).toBe(2);
    expect(priceOf(await command.ask(question))).toBe(2);
    expect(standIn.count(source)).toBe(1);
  });

  it("both and no source, an older generation, which is said", async () => {
    const command = await damaged(body, ofPrepared);
    standIn.forever(source, status(500));
    const ran = await command.ask(question);
    expect(priceOf(ran)).toBe(1);
    expect(said(ran)).toContain("cache.older-generation");
  });

  it("both and neither source nor older generation, the snapshot where that may", async () => {
    const command = await damaged(body, ofPrepared);
    const store = (await command.ask(["cache", "path", "--source"])).stdout.trim();
    for (const room of ["generations", "prepared"]) {
      const others = readdirSync(join(store, room)).filter((name) => !isOfCurrent(name));
      for (const name of others) rmSync(join(store, room, name), { recursive: true });
    }
    standIn.forever(source, status(500));
    const ran = await command.ask(["list", "--json", "--allow-snapshot"]);
    expect(answerOf(ran).catalog).toMatchObject({ origin: "snapshot" });
  });

  it("the pointer to the current generation, the newest generation", async () => {
    const command = await damaged(["current.json"]);
    const ran = await command.ask(question);
    expect(answerOf(ran).catalog).toMatchObject({ origin: "cache", digest });
    expect([priceOf(ran), standIn.requests]).toEqual([2, []]);
  });
});

describe("cache verify", () => {
  it.each([["generations", "body.br"] as const, ["prepared", "wire.jsonl"] as const])(
    "looks at older generations too: %s/%s",
    async (room, file) => {
      const command = copyOf(filled);
      const store = (await command.ask(["cache", "path", "--source"])).stdout.trim();
      const older = readdirSync(join(store, room)).find((name) => !isOfCurrent(name)) ?? "";
      flipBit(join(store, room, older, file));
      expect((await command.ask(["info", "openai/gpt-5"])).stderr).toBe("");
      const { code, stdout } = await command.ask(["cache", "verify"]);
      expect([code, stdout]).toEqual([8, expect.stringContaining(`${older}/${file}`)]);
    },
  );
});
