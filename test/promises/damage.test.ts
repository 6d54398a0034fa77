import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
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

/** A cache in which files of the generation that answers are damaged, or of the source. */
async function damaged(...files: string[]): Promise<Command> {
  const command = copyOf(filled);
  const store = (await command.ask(["cache", "path", "--source"])).stdout.trim();
  const generations = readdirSync(join(store, "generations"));
  const current = generations.find((name) => digest.startsWith(`sha256:${name.slice(0, 16)}`));
  for (const file of files) {
    const isOfSource = file === "current.json";
    flipBit(isOfSource ? join(store, file) : join(store, "generations", current ?? "", file));
  }
  return command;
}

const said = (ran: Ran): string[] => answerOf(ran).warnings.map(({ code }) => code);
const priceOf = (ran: Ran): number =>
  answerOf<{ price: { input: number } }>(ran).result.price.input;

describe("where this is damaged, that answers:", () => {
  it.each(["models.jsonl", "manifest.json"])(
    "%s, the generation prepared anew from the stored body",
    async (file) => {
      const command = await damaged(file);
      const ran = await command.ask(["list", "--status", "all", "--json"]);
      expect(answerOf(ran).catalog).toMatchObject({ origin: "cache", digest });
      expect(said(ran)).toEqual(["cache.damaged", "cache.repaired"]);
      expect(standIn.requests).toEqual([]);
      expect((await command.ask(["cache", "verify"])).code).toBe(0);
    },
  );

  it("the stored body, the prepared files, and the next refresh fetches the catalog anew", async () => {
    const command = await damaged("body.br");
    const ran = await command.ask(question);
    expect(answerOf(ran).catalog).toMatchObject({ origin: "cache", digest });
    expect([priceOf(ran), standIn.requests]).toEqual([2, []]);
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
    expect(standIn.count(source, 200)).toBe(1);
    expect((await command.ask(["cache", "verify"])).code).toBe(0);
  });

  it("both, the source, asked once", async () => {
    const command = await damaged("body.br", "manifest.json");
    expect(priceOf(await command.ask(question))).toBe(2);
    expect(priceOf(await command.ask(question))).toBe(2);
    expect(standIn.count(source)).toBe(1);
  });

  it("both and no source, an older generation, which is said", async () => {
    const command = await damaged("body.br", "manifest.json");
    standIn.forever(source, status(500));
    const ran = await command.ask(question);
    expect(priceOf(ran)).toBe(1);
    expect(said(ran)).toContain("cache.older-generation");
  });

  it("both and neither source nor older generation, the snapshot where that may", async () => {
    const command = await damaged("body.br", "manifest.json");
    const store = (await command.ask(["cache", "path", "--source"])).stdout.trim();
    for (const name of readdirSync(join(store, "generations"))) {
      if (digest.startsWith(`sha256:${name.slice(0, 16)}`)) continue;
      rmSync(join(store, "generations", name), { recursive: true });
    }
    standIn.forever(source, status(500));
    const ran = await command.ask(["list", "--json", "--allow-snapshot"]);
    expect(answerOf(ran).catalog).toMatchObject({ origin: "snapshot" });
  });

  it("the pointer to the current generation, the newest generation", async () => {
    const command = await damaged("current.json");
    const ran = await command.ask(question);
    expect(answerOf(ran).catalog).toMatchObject({ origin: "cache", digest });
    expect([priceOf(ran), standIn.requests]).toEqual([2, []]);
  });
});

describe("cache verify", () => {
  it("looks at older generations too", async () => {
    const command = copyOf(filled);
    const store = (await command.ask(["cache", "path", "--source"])).stdout.trim();
    const generations = readdirSync(join(store, "generations"));
    const older = generations.find((name) => !digest.startsWith(`sha256:${name.slice(0, 16)}`));
    flipBit(join(store, "generations", older ?? "", "wire.jsonl"));
    expect((await command.ask(["info", "openai/gpt-5"])).stderr).toBe("");
    const { code, stdout } = await command.ask(["cache", "verify"]);
    expect([code, stdout]).toEqual([8, expect.stringContaining(`${older}/wire.jsonl`)]);
  });
});
