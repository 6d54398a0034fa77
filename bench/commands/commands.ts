import type { Measure } from "../report/measure.ts";
import type { Setting } from "../setting/setting.ts";
import { measurePairs } from "../whole-process/pairs.ts";

interface WarmCommand {
  name: string;
  args: string[];
  atMost: number;
  expected: RegExp;
}

const threeFilters = ["--capability", "tools", "--min-context", "200k", "--max-price", "1"];

/** The first row and how many follow keep a command from being fast by saying nothing. */
const warmCommands: WarmCommand[] = [
  { name: "--version", args: ["--version"], atMost: 1.15, expected: /^\d+\.\d+/ },
  { name: "--help", args: ["--help"], atMost: 1.15, expected: /search/ },
  {
    name: "info openai/gpt-5",
    args: ["info", "openai/gpt-5"],
    atMost: 1.15,
    expected: /openai\/gpt-5/,
  },
  {
    name: "list, three filters, sorted, 20 rows",
    args: ["list", ...threeFilters, "--sort", "price", "--limit", "20"],
    atMost: 1.25,
    expected: /^(.*\n){20}/,
  },
  {
    name: 'search "claude sonnet"',
    args: ["search", "claude sonnet"],
    atMost: 1.3,
    expected: /claude.*sonnet.*\n(.*\n){19}/,
  },
  {
    name: 'search "cluade sonet"',
    args: ["search", "cluade sonet"],
    atMost: 1.5,
    expected: /claude.*sonnet.*\n(.*\n){19}/,
  },
  {
    name: "list --format jsonl, all rows",
    args: ["list", "--format", "jsonl", "--status", "all"],
    atMost: 2,
    expected: /^(\{.*\}\n){1000}/,
  },
  {
    name: "complete info openai/gpt",
    args: ["complete", "--", "info", "openai/gpt"],
    atMost: 1.3,
    expected: /^(openai\/gpt.*\n){10}/,
  },
  {
    name: "complete info gpt-5-, a bare id",
    args: ["complete", "--", "info", "gpt-5-"],
    atMost: 1.3,
    expected: /^(gpt-5-.*\n){10}/,
  },
  {
    name: "offers claude-sonnet-4-5",
    args: ["offers", "claude-sonnet-4-5"],
    atMost: 1.3,
    expected: /anthropic\/claude-sonnet-4-5 \(maker\)/,
  },
  {
    name: "compare, three models",
    args: ["compare", "gpt-5", "claude-sonnet-4-5", "gemini-2.5-pro"],
    atMost: 1.25,
    expected: /output price/,
  },
  {
    name: "cost of one usage",
    args: ["cost", "gpt-5", "--input", "40k", "--output", "2k"],
    atMost: 1.2,
    expected: /openai\/gpt-5 +\$0\.07/,
  },
  {
    name: "recommend coding",
    args: ["recommend", "coding"],
    atMost: 1.6,
    expected: /Nobody is both cheaper and better/,
  },
];

/** Warm commands: the catalog is in the cache, and V8 has compiled them before. */
export async function measureCommands({ wish, bin, warm, directory }: Setting): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const { name, args, atMost, expected } of warmCommands) {
    measures.push(
      await measurePairs({
        name,
        command: [bin, ...args],
        pairs: wish.pairs,
        budget: { atMost },
        env: warm,
        cwd: directory,
        expected,
      }),
    );
  }
  return measures;
}
