import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Command, createCommand, ended } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { randomNumbers } from "../faults/random-numbers.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

const kills = Number(process.env.MODELFORGE_TEST_KILLS ?? 40);
const seed = Number(process.env.MODELFORGE_TEST_SEED ?? 20261126);
const source = "/api.json";
const fromRows = ["cost", "openai/gpt-5", "--input", "1k", "--json"];
// another spelling
const needsMore = ["offers", "openai/GPT 5", "--json"];
const taken = "note: openai/GPT 5 is taken as another spelling of openai/gpt-5\n";
let standIn: StandIn;

beforeAll(async () => {
  standIn = await StandIn.start();
});

beforeEach(() => {
  standIn.serve(source, smallCatalog(1));
  standIn.requests.length = 0;
});

afterAll(() => standIn.stop());

const fresh = (more: Record<string, string> = {}): Command =>
  createCommand({ MODELFORGE_URL: standIn.url, ...more });

/** What was worked out, finished or not. */
function preparedIn({ env }: Command): string[] {
  const store = join(env.MODELFORGE_CACHE_DIR, "v1");
  if (!existsSync(store)) return [];
  return readdirSync(store).flatMap((key) => {
    const directory = join(store, key, "prepared");
    return existsSync(directory) ? readdirSync(directory) : [];
  });
}

async function costIn(command: Command): Promise<number> {
  const ran = await command.ask(fromRows);
  expect([ran.code, ran.stderr]).toEqual([0, ""]);
  return answerOf<{ perRequest: number }[]>(ran).result[0]?.perRequest ?? Number.NaN;
}

describe("a new catalog", () => {
  it("is worked out by a process that outlives the command, without another request", async () => {
    const command = fresh({ MODELFORGE_FEATURE_BACKGROUND_REFRESH: "1" });
    expect(await costIn(command)).toBe(0.001);
    const isDone = (): boolean => preparedIn(command).some((name) => !name.startsWith("."));
    while (!isDone()) await costIn(command);
    expect(preparedIn(command)).toHaveLength(1);
    expect(standIn.count(source)).toBe(1);
  });

  it.each(["xyz", "--quiet", "--help", ""])(
    "is not worked out on request with %j",
    async (more) => {
      const command = fresh();
      await command.ask(["list", "--limit", "1"]);
      const ran = await command.ask(["prepare-catalog", more]);
      expect([ran.code, ran.stdout]).toEqual([2, ""]);
      expect(ran.stderr).toContain("error: no command prepare-catalog\n");
      expect((await command.ask(["help", "prepare-catalog"])).code).toBe(2);
      expect(preparedIn(command)).toEqual([]);
    },
  );

  it.each([
    ["where CI is set", { CI: "1", MODELFORGE_FEATURE_BACKGROUND_REFRESH: "1" }],
    ["where it is switched off", { MODELFORGE_FEATURE_BACKGROUND_REFRESH: "0" }],
  ])(
    "%s is worked out by the second command, and by refresh-cache before it ends",
    async (_, more) => {
      const command = fresh(more);
      expect(await costIn(command)).toBe(0.001);
      expect(preparedIn(command)).toEqual([]);
      expect(await costIn(command)).toBe(0.001);
      expect(preparedIn(command)).toHaveLength(1);
      standIn.serve(source, smallCatalog(2));
      expect((await command.ask(["refresh-cache"])).code).toBe(0);
      expect(preparedIn(command)).toHaveLength(2);
      expect(await costIn(command)).toBe(0.002);
    },
  );

  it("is worked out at once by a question that rows alone cannot answer", async () => {
    const command = fresh();
    const ran = await command.ask(needsMore);
    expect([ran.code, ran.stderr]).toEqual([0, taken]);
    expect(preparedIn(command)).toHaveLength(1);
  });

  it.each([
    "list",
    "list --kind chat --sort price",
    "list --fields ref,price.input --format csv",
    "search gpt",
    "compare openai/gpt-5 openai/small",
    "cost openai/gpt-5 --input 1k --json",
    "list --json",
    "list --format jsonl",
    "list --fields ref,kind",
    "list --fields ref,quality.value",
    "list --sort quality",
    "search gpt --json",
    "compare openai/gpt-5 openai/small --json",
    "info openai/gpt-5",
    "offers openai/gpt-5 --json",
    "recommend coding --json",
  ])("answers from its rows, and what is inferred of them: %s", async (line) => {
    const command = fresh();
    expect((await command.ask(line.split(" "))).code).toBe(0);
    expect(preparedIn(command)).toEqual([]);
  });

  it("is fetched once and worked out once, however many ask at the same time", async () => {
    const command = fresh();
    const asked = Array.from({ length: 30 }, (_, at) => (at % 3 === 0 ? needsMore : fromRows));
    const ran = await Promise.all(asked.map((words) => command.ask(words)));
    expect(ran.map(({ code }) => code)).toEqual(asked.map(() => 0));
    expect(standIn.count(source)).toBe(1);
    expect(preparedIn(command)).toHaveLength(1);
    expect((await command.ask(["cache", "verify"])).code).toBe(0);
  });

  it("in a file is kept once and worked out once, however many ask at the same time", async () => {
    const command = fresh();
    const file = join(command.home, "catalog.json");
    writeFileSync(file, JSON.stringify(smallCatalog(1)));
    const named = { MODELFORGE_URL: file };
    // what is kept then are its rows
    expect((await command.ask(fromRows, named)).code).toBe(0);
    const asked = Array.from({ length: 12 }, (_, at) => (at % 3 === 0 ? needsMore : fromRows));
    const ran = await Promise.all(asked.map((words) => command.ask(words, named)));
    expect(ran.map(({ code }) => code)).toEqual(asked.map(() => 0));
    const history = await command.ask(["cache", "history", "--json"], named);
    expect(answerOf<unknown[]>(history).result).toHaveLength(1);
    expect(preparedIn(command)).toHaveLength(1);
  });

  it(`answers whatever of ${kills} moments (seed ${seed}) its preparation is killed at`, async () => {
    const random = randomNumbers(seed);
    const command = fresh();
    const started = Date.now();
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
    const usualMs = Date.now() - started;
    for (let at = 0; at < kills; at += 1) {
      const edition = 1 + (at % 3);
      standIn.serve(source, smallCatalog(edition));
      expect((await command.ask([...fromRows, "--refresh"])).code).toBe(0);
      const child = command.start(needsMore);
      const timer = setTimeout(() => child.kill("SIGKILL"), random() * usualMs * 1.2);
      await ended(child);
      clearTimeout(timer);
      expect([at, await costIn(command)]).toEqual([at, edition / 1000]);
      const ran = await command.ask(needsMore);
      expect([at, ran.code, ran.stderr]).toEqual([at, 0, taken]);
    }
    expect((await command.ask(["cache", "verify"])).code).toBe(0);
  }, 300_000);
});
