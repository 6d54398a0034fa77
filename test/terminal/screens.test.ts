import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { recordedCatalog } from "../../src/testing/real-catalog.ts";
import { createCommand } from "../cli/command.ts";
import { expectFitting } from "./fitting.ts";
import { printedOn } from "./printed.ts";
import { Screen } from "./screen.ts";

const environment = { MODELFORGE_URL: join(recordedCatalog.directory, "api.json") };
const open: Screen[] = [];
afterEach(async () => {
  for (const screen of open.splice(0)) await screen.close();
});

const screens: Readonly<Record<string, string>> = {
  list: "list --limit 15",
  "list-sorted": "list --limit 15 --sort knowledge --desc",
  "list-filtered": "list --limit 10 --capability tools,vision --min-context 200k --max-price 5",
  offers: "offers gpt-5",
  compare: "compare gpt-5 claude-sonnet-4-5 gemini-2.5-pro",
  recommend: "recommend coding --explain --limit 3",
  providers: "providers --limit 15",
};

describe.each([60, 80, 120])("on a terminal of %i columns", (columns) => {
  it.each(Object.entries(screens))("%s looks as it did", async (name, line) => {
    const { code, text } = await printedOn(columns, line.split(" "), environment);
    expect(code).toBe(0);
    await expect(text).toMatchFileSnapshot(`golden/screens/${name}-${columns}.txt`);
  });

  it("discover looks as it did", async () => {
    const screen = new Screen(["discover"], {
      columns,
      rows: 30,
      environment: { ...environment, NO_COLOR: "1" },
    });
    open.push(screen);
    await screen.showsFrame(/ of 334/);
    const text = `${screen.lines.join("\n")}\n`;
    await expect(text).toMatchFileSnapshot(`golden/screens/discover-${columns}.txt`);
  });
});

const command = createCommand(environment);
const refsOf = (line: string): string[] => {
  const { stdout } = command.run([...line.split(" "), "--fields", "ref", "--format", "csv"]);
  return stdout.trim().split("\n").slice(1);
};

describe.each([60, 80, 100, 120])("every list, on a terminal of %i columns,", (columns) => {
  it.each([
    ["list", ["model", "$/M in"]],
    ["list --sort output-price", ["model", "$/M in", "$/M out"]],
    ["list --sort knowledge", ["model", "$/M in", "knowledge"]],
    ["list --sort released --min-output 32k", ["model", "$/M in", "output", "released"]],
    ["list --family gpt --status all", ["model", "$/M in", "family"]],
    ["list --input 40k --output 2k --sort cost", ["model", "per request", "$/M in"]],
    ["search claude --min-context 100k", ["model", "$/M in", "context"]],
    ["offers gpt-5 --status all", ["offer", "per request"]],
    ["offers gpt-5 --min-context 1k", ["offer", "per request", "context"]],
    [
      "cost gpt-5 claude-sonnet-4-5 --input 9k --cached 50% --output 2k --requests 9/day",
      ["model", "per request"],
    ],
  ])(
    "shows refs and what the question is about, and says what it hides: %s",
    async (line, titles) => {
      await expectFitting(columns, line.split(" "), environment, {
        titles,
        refs: refsOf(line),
      });
    },
  );

  it.each([
    ["providers --sort models", ["provider", "models"]],
    ["recommend coding --min-context 200k", ["model", "per request", "context"]],
    [
      "recommend chat --requests 9/day --max-monthly-cost 900",
      ["model", "per request", "per month"],
    ],
    ["compare gpt-5 claude-sonnet-4-5 gemini-2.5-pro --input 9k --output 1k --all", []],
    ["list --fields name,ref,limits,price", ["name", "ref"]],
  ])("fits, and says what it hides: %s", async (line, titles) => {
    await expectFitting(columns, line.split(" "), environment, { titles });
  });
});
