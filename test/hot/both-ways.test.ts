import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hotNames, hotWords } from "../../scripts/scripts-of-the-command.ts";
import { recordedCatalog } from "../../src/testing/real-catalog.ts";
import { createCommand } from "../cli/command.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { printedOn } from "../terminal/printed.ts";
import { expectSameBothWays, wholeWay } from "./both-ways.ts";
import { documentedLines, madeLines } from "./lines.ts";
import { someOf } from "./some-of.ts";

let standIn: StandIn;
let command: ReturnType<typeof createCommand>;

beforeAll(async () => {
  standIn = await StandIn.start();
  standIn.serve("/api.json", recordedCatalog.read("api.json"));
  standIn.serve("/models.json", recordedCatalog.read("models.json"));
  command = createCommand({ MODELFORGE_URL: standIn.url, OPENAI_API_KEY: "sk-test" });
  expect((await command.ask(["refresh-cache"])).code).toBe(0);
  // the place of the notes is made by the first answer
  expect((await command.ask(["info", "openai/gpt-5"])).code).toBe(0);
});

afterAll(() => standIn.stop());

const isHot = ([first = "", second = ""]: readonly string[]): boolean =>
  hotWords.includes(first) || hotNames.includes(`${first}-${second}`);

const expectSame = (lines: readonly (readonly string[])[], more: Record<string, string> = {}) =>
  expectSameBothWays(command, lines, more);

describe("the short way of a command", () => {
  it("says byte for byte what the whole command says, of every line the pages and the help show", async () => {
    const lines = (await documentedLines()).filter(isHot);
    expect(lines.length).toBeGreaterThan(60);
    await expectSame(lines);
  }, 120_000);

  it("says byte for byte what the whole command says, of every flag, format and mistake", async () => {
    const lines = madeLines();
    expect(lines.length).toBeGreaterThan(350);
    await expectSame(someOf(lines, 2));
  }, 300_000);

  it.each([
    ["coloured", { FORCE_COLOR: "1" }],
    ["with a variable that is not understood", { MODELFORGE_TTL: "soon" }],
    ["with a switch that is no yes and no no", { MODELFORGE_FEATURE_CODE_CACHE: "x" }],
    ["with a variable that nobody knows", { MODELFORGE_CACHEDIR: "elsewhere" }],
    ["with a stale catalog", { MODELFORGE_TTL: "0s", MODELFORGE_FEATURE_BACKGROUND_REFRESH: "0" }],
    ["offline", { MODELFORGE_OFFLINE: "1" }],
    ["without a home", { HOME: "" }],
    ["with a source that nobody knows", { MODELFORGE_URL: "https:me:pw@mirror.example" }],
    ["with another directory for the notes", { MODELFORGE_STATE_DIR: "/proc/nowhere" }],
  ])("says the same %s", async (_, more) => {
    const lines = [
      ["info", "openai/gpt-5"],
      ["list", "--capability", "tools", "--sort", "price", "--limit", "5"],
      ["search", "cluade", "--json"],
      ["offers", "gpt-5"],
      ["recommend", "coding"],
    ];
    await expectSame(lines, more);
  });

  it.each([
    [
      "an alias and a setting",
      '{ // mine\n "aliases": {"five": {"model": "openai/gpt-5"}}, "catalog": {"ttl": "7d"}, }',
    ],
    ["a setting that is none", '{"colour": "red"}'],
    ["a value of another kind", '{"catalog": {"ttl": 3}}'],
    ["another source", '{"catalog": {"source": "https://127.0.0.1:1/"}}'],
    ["what is no JSON", "{"],
    ["a model that adds nothing", '{"providers": {"openai": {"models": {"gpt-5": {}}}}}'],
    [
      "models of one's own",
      '{"providers": {"openai": {"models": {"gpt-5": {"price": {"input": 1}}, "mine": {"name": "Mine"}}}}}',
    ],
    ["the catalog switched off", '{"catalog": {"enabled": false}}'],
  ])("says the same where the configuration holds %s", async (_, text) => {
    const directory = mkdtempSync(join(command.home, "config-"));
    writeFileSync(join(directory, "config.json"), text);
    const lines = [
      ["info", "five"],
      ["info", "openai/gpt-5", "--json"],
      ["list", "--limit", "3"],
      ["compare", "five", "anthropic/claude-sonnet-4-5"],
      ["cost", "five", "--input", "1k", "--json"],
      ["offers", "five", "--no-config"],
      ["offers", "five"],
      ["info", "openai/mine", "--json"],
      ["list", "--provider", "openai", "--format", "jsonl"],
      ["cost", "openai/gpt-5", "--input", "1k"],
      ["search", "mine"],
      ["offers", "openai/gpt-5"],
      ["recommend", "coding"],
      ["recommend", "coding", "--max-price", "1"],
      ["providers", "--limit", "4"],
    ];
    await expectSame(lines, { MODELFORGE_CONFIG_DIR: directory });
  });

  it("says the same on a terminal, at any width", async () => {
    for (const columns of [60, 100]) {
      for (const words of [
        ["info", "openai/gpt-5"],
        ["list", "--capability", "tools", "--sort", "knowledge", "--limit", "5"],
        ["search", "claude", "--input", "1k"],
        ["offers", "gpt-5"],
        ["compare", "openai/gpt-5", "anthropic/claude-sonnet-4-5", "--all"],
        ["cost", "openai/gpt-5", "--input", "1k"],
        ["recommend", "coding"],
        ["recommend", "coding", "--explain"],
        ["providers", "--limit", "9"],
      ]) {
        const short = await printedOn(columns, words, command.env);
        expect({ words, ...short }).toEqual({
          words,
          ...(await printedOn(columns, wholeWay(words), command.env)),
        });
        expect(short.code).toBe(0);
      }
    }
  });

  it.skipIf(!existsSync("/dev/full"))(
    "fails in the same way where its answer cannot be written (skipped without /dev/full)",
    () => {
      const [short, whole] = [
        "modelforge search gpt --limit 2 > /dev/full",
        "modelforge --no-input search gpt --limit 2 > /dev/full",
      ].map((line) => command.shell(line));
      expect(short).toEqual(whole);
      expect(short?.code).toBe(7);
    },
  );
});
