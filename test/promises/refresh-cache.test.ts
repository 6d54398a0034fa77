import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Command, copyOf, createCommand } from "../cli/command.ts";
import { answerOf, errorOf } from "../cli/envelope.ts";
import { status } from "../stand-in/answers.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

const source = "/api.json";
const question = ["info", "openai/gpt-5", "--json"];
let standIn: StandIn;
let filled: Command;

beforeAll(async () => {
  standIn = await StandIn.start();
  filled = createCommand({ MODELFORGE_URL: standIn.url });
  for (const edition of [1, 2]) {
    standIn.serve(source, smallCatalog(edition));
    expect((await filled.ask(["refresh-cache"])).code).toBe(0);
  }
});

beforeEach(() => {
  standIn.order(source);
  standIn.serve(source, smallCatalog(3));
  standIn.requests.length = 0;
});

afterAll(() => standIn.stop());

const priceIn = async (command: Command, more: Record<string, string> = {}): Promise<number> =>
  answerOf<{ price: { input: number } }>(await command.ask(question, more)).result.price.input;

const historyOf = async (command: Command) =>
  answerOf<{ name: string; digest: string }[]>(await command.ask(["cache", "history", "--json"]))
    .result;

describe("refresh-cache", () => {
  it("asks the source however young the catalog is, and --if-stale does not", async () => {
    const command = copyOf(filled);
    const { result } = answerOf(await command.ask(["refresh-cache", "--if-stale", "--json"]));
    expect([standIn.requests, result]).toEqual([[], expect.objectContaining({ models: 60 })]);
    expect(await priceIn(command)).toBe(2);
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
    expect(await priceIn(command)).toBe(3);
  });

  it("is started by no stale answer for a while after one has failed", async () => {
    const command = copyOf(filled);
    standIn.forever(source, status(500));
    expect((await command.ask(["refresh-cache"])).code).toBe(5);
    const made = standIn.count(source);
    const stale = { MODELFORGE_TTL: "1ms" };
    const ran = await command.ask(question, stale);
    expect(answerOf(ran).catalog).toMatchObject({ stale: true });
    expect(ran.stderr).not.toContain("in the background");
    expect(standIn.count(source)).toBe(made);
  });
});

describe("a generation", () => {
  it("is called by the beginning of the digest of what the source sent", async () => {
    const command = copyOf(filled);
    const generations = await historyOf(command);
    expect(generations).toHaveLength(2);
    for (const { name, digest } of generations) {
      const [head = ""] = name.split("-");
      expect(head).toMatch(/^[0-9a-f]{16}$/);
      expect(digest.startsWith(`sha256:${head}`)).toBe(true);
    }
  });

  it("that was restored answers, stale as it may be, until refresh-cache is run", async () => {
    const command = copyOf(filled);
    const [, older] = await historyOf(command);
    expect((await command.ask(["cache", "restore", older?.name ?? ""])).code).toBe(0);
    standIn.requests.length = 0;
    for (let times = 0; times < 2; times += 1) {
      const ran = await command.ask(question, { MODELFORGE_TTL: "1ms" });
      expect(answerOf(ran)).toMatchObject({ result: { price: { input: 1 } } });
      expect(ran.stderr).not.toContain("in the background");
    }
    expect(standIn.requests).toEqual([]);
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
    expect(await priceIn(command)).toBe(3);
  });

  it("of a file cannot be restored: a catalog in a file is what the file holds", async () => {
    const { ask } = createCommand({ MODELFORGE_URL: "test/fixtures/docs-catalog.json" });
    const [only] = answerOf<{ name: string }[]>(await ask(["list", "--json"])).result;
    expect(only).toBeDefined();
    const ran = await ask(["cache", "restore", "a1067ebd", "--json"]);
    expect([ran.code, errorOf(ran).message]).toEqual([
      2,
      expect.stringMatching(/^a catalog in a file is what the file holds/),
    ]);
  });

  it("that is lost, all of them gone or beyond repair, is fetched once", async () => {
    const store = async ({ ask }: Command): Promise<string> =>
      (await ask(["cache", "path", "--source"])).stdout.trim();
    const losses: ((directory: string) => void)[] = [
      (directory) => rmSync(directory, { recursive: true }),
      (directory) => {
        for (const name of readdirSync(directory)) {
          rmSync(join(directory, name, "manifest.json"));
          rmSync(join(directory, name, "body.br"), { force: true });
        }
      },
    ];
    for (const lose of losses) {
      const command = copyOf(filled);
      for (const room of ["generations", "prepared"]) lose(join(await store(command), room));
      standIn.requests.length = 0;
      for (let times = 0; times < 2; times += 1) expect(await priceIn(command)).toBe(3);
      expect(standIn.count(source)).toBe(1);
    }
  });
});

describe("--refresh", () => {
  it.each([["list"], ["search", "gpt"], ["providers"], ["offers", "openai/gpt-5"]])(
    "asks the source before any question: %s",
    async (...args) => {
      const command = copyOf(filled);
      const { catalog } = answerOf(await command.ask([...args, "--refresh", "--json"]));
      expect(catalog).toMatchObject({ origin: "network" });
      expect(standIn.count(source)).toBe(1);
    },
  );
});

describe("--quiet", () => {
  it("silences notes and warnings, but not that another catalog answers than the one asked for", async () => {
    standIn.forever(source, status(404));
    const { ask } = createCommand({ MODELFORGE_URL: standIn.url });
    const flags = ["--allow-snapshot", "--quiet"];
    const { code, stderr } = await ask(["list", "--limit", "1", ...flags]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^[a-z]+: this is not the catalog of [^\n]*\n$/);
  });

  it("silences no error", async () => {
    const { stderr } = await copyOf(filled).ask(["info", "openai/gpt-55", "--quiet"]);
    expect(stderr).toMatch(/^error: no model openai\/gpt-55/);
  });
});
