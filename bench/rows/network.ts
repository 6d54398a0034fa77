import { on, type Row } from "./row.ts";

const costOfUsage = ["cost", "openai/gpt-5", "--input", "40k", "--output", "2k"];

const onEmptyCache: readonly Omit<Row, "scene">[] = [
  { name: "first cost", args: costOfUsage, expected: /\$0\.07/, budget: on(4.5, 4.5) },
  {
    name: "first compare, three models",
    args: ["compare", "openai/gpt-5", "anthropic/claude-sonnet-4-5", "google/gemini-2.5-pro"],
    expected: /output price/,
    budget: on(4.5, 4.5),
  },
  {
    name: "first list, 20 rows",
    args: ["list", "--limit", "20"],
    expected: /^(.*\n){20}/,
    budget: on(4.5, 4.5),
  },
  {
    name: "first search",
    args: ["search", "claude sonnet"],
    expected: /claude.*sonnet/,
    budget: on(6.5, 6.5),
  },
  {
    name: "first info",
    args: ["info", "openai/gpt-5"],
    expected: /openai\/gpt-5/,
    budget: on(20, 20),
  },
  {
    name: "first recommend",
    args: ["recommend", "coding"],
    expected: /Nobody is both cheaper and better/,
    budget: on(20, 20),
  },
  {
    name: "first offers",
    args: ["offers", "claude-sonnet-4-5"],
    expected: /\(maker\)/,
    budget: on(20, 20),
  },
  {
    name: "first cost, with all that it started",
    args: costOfUsage,
    expected: /\$0\.07/,
    budget: on(28, 28),
    withAllItStarted: true,
  },
];

/** Commands that ask a source, which is a server on this machine. */
export const networkRows: readonly Row[] = [
  {
    name: "refresh, unchanged (304), http",
    args: ["refresh-cache"],
    scene: "unchanged",
    expected: /nothing newer/,
    budget: on(2, 2),
  },
  {
    name: "refresh, unchanged (304), https",
    args: ["refresh-cache"],
    scene: "unchanged-tls",
    expected: /nothing newer/,
    budget: on(2.8, 2.8),
  },
  {
    name: "refresh, changed catalog",
    args: ["refresh-cache"],
    scene: "changed",
    expected: /new catalog/,
    budget: on(4.5, 4.5),
  },
  ...onEmptyCache.map((row) => ({ ...row, scene: "empty" as const })),
];
