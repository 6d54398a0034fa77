import { join } from "node:path";
import { describe, it } from "vitest";
import { openLargeCatalog } from "../../src/testing/real-catalog.ts";
import { createCommand } from "../cli/command.ts";
import { expectFitting } from "../terminal/fitting.ts";

const environment = { MODELFORGE_URL: join(openLargeCatalog().directory, "api.json") };
const command = createCommand(environment);
// a terminal of the same home, whose cache is warm after the first question
const { MODELFORGE_CACHE_DIR, MODELFORGE_STATE_DIR } = command.env;
const home = { ...environment, MODELFORGE_CACHE_DIR, MODELFORGE_STATE_DIR };

const lists: [line: string, titles: string[]][] = [
  ["list --limit 300", ["model", "$/M in"]],
  ["list --limit 300 --sort knowledge", ["model", "$/M in", "knowledge"]],
  ["list --limit 300 --sort context --desc --capability tools", ["model", "$/M in", "context"]],
  ["list --limit 300 --capability tools", ["model", "$/M in", "capabilities"]],
  ["list --limit 300 --input 40k --output 2k --sort cost", ["model", "per request", "$/M in"]],
  ["search claude --limit 200 --max-output-price 30", ["model", "$/M in", "$/M out"]],
  ["offers claude-sonnet-4-5", ["offer", "per request"]],
];
const others: [line: string, titles: string[]][] = [
  ["providers --sort name", ["provider", "name"]],
  ["compare gpt-5 claude-sonnet-4-5 gemini-2.5-pro --all", []],
  ["recommend coding --explain", ["model", "per request"]],
  [
    "cost gpt-5 claude-sonnet-4-5 --input 40k --output 2k --requests 10/day",
    ["model", "per request"],
  ],
];

describe.each([60, 80, 100, 120])(
  "of the whole catalog, on a terminal of %i columns,",
  (columns) => {
    it.each(lists)("%s fits, tells refs apart and says what it hides", async (line, titles) => {
      const words = line.split(" ");
      const { stdout } = command.run([...words, "--fields", "ref", "--format", "csv"]);
      const refs = stdout.trim().split("\n").slice(1);
      await expectFitting(columns, words, home, { titles, refs });
    });

    it.each(others)("%s fits, and says what it hides", async (line, titles) => {
      await expectFitting(columns, line.split(" "), home, { titles });
    });
  },
);
