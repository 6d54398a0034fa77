import { on, type Row } from "./row.ts";

const threeFilters = ["--capability", "tools", "--min-context", "200k", "--max-price", "1"];

type Warm = Omit<Row, "scene"> & Partial<Pick<Row, "scene">>;

const commands: readonly Warm[] = [
  { name: "--version", args: ["--version"], expected: /^\d+\.\d+/, budget: on(1.04, 1.05) },
  { name: "--help", args: ["--help"], expected: /search/, budget: on(1.04, 1.05) },
  {
    name: "info",
    args: ["info", "openai/gpt-5"],
    expected: /openai\/gpt-5/,
    budget: on(1.15, 1.12),
    peakBudget: { 20: 5 },
  },
  {
    name: "cost of one usage",
    args: ["cost", "gpt-5", "--input", "40k", "--output", "2k"],
    expected: /openai\/gpt-5 +\$0\.07/,
    budget: on(1.13, 1.1),
  },
  {
    name: "compare, three models",
    args: ["compare", "gpt-5", "claude-sonnet-4-5", "gemini-2.5-pro"],
    expected: /output price/,
    budget: on(1.2, 1.15),
  },
  {
    name: "search",
    args: ["search", "claude sonnet"],
    expected: /claude.*sonnet.*\n(.*\n){19}/,
    budget: on(1.33, 1.34),
  },
  {
    name: "search with typos",
    args: ["search", "cluade sonet"],
    expected: /claude.*sonnet.*\n(.*\n){19}/,
    budget: on(1.45, 1.46),
  },
  {
    name: "list, three filters, a sort, 20 rows",
    args: ["list", ...threeFilters, "--sort", "price", "--limit", "20"],
    expected: /^(.*\n){20}/,
    budget: on(1.36, 1.4),
  },
  {
    name: "list, no conditions, 20 rows",
    args: ["list", "--limit", "20"],
    expected: /^(.*\n){20}/,
    budget: on(1.3, 1.34),
  },
  { name: "list, all rows", args: ["list"], expected: /^(.*\n){1000}/ },
  {
    name: "list --format jsonl, all rows",
    args: ["list", "--format", "jsonl", "--status", "all"],
    expected: /^(\{.*\}\n){1000}/,
    budget: on(2, 2),
  },
  {
    name: "offers",
    args: ["offers", "claude-sonnet-4-5"],
    expected: /anthropic\/claude-sonnet-4-5 \(maker\)/,
    budget: on(1.38, 1.38),
  },
  {
    name: "recommend coding",
    args: ["recommend", "coding"],
    expected: /Nobody is both cheaper and better/,
    budget: on(1.25, 1.25),
  },
  {
    name: "recommend coding with conditions",
    args: ["recommend", "coding", "--capability", "tools", "--min-context", "200k"],
    expected: /Nobody is both cheaper and better/,
    budget: on(1.7, 1.85),
  },
  {
    name: "complete info openai/gpt",
    args: ["complete", "--", "info", "openai/gpt"],
    expected: /^(openai\/gpt.*\n){10}/,
    budget: on(1.3, 1.3),
  },
  {
    name: "complete info gpt-5-, a bare id",
    args: ["complete", "--", "info", "gpt-5-"],
    expected: /^(gpt-5-.*\n){10}/,
    budget: on(1.3, 1.3),
  },
  {
    name: "config get",
    args: ["config", "get", "catalog.ttl"],
    scene: "configured",
    expected: /^7d\n/,
    budget: on(1.25, 1.25),
  },
  {
    name: "config show",
    args: ["config", "show"],
    scene: "configured",
    expected: /aliases\.fast\.model +openai\/gpt-5/,
    budget: on(1.4, 1.4),
  },
  {
    name: "config validate",
    args: ["config", "validate", "--json"],
    scene: "configured",
    expected: /"models":\d+.*"result":\[\]/,
    budget: on(1.6, 1.6),
  },
  {
    name: "auth status",
    args: ["auth", "status"],
    scene: "configured",
    expected: /openai.*OPENAI_API_KEY/,
    budget: on(1.5, 1.5),
  },
];

/** The catalog is in the cache, and the same command has run before. */
export const warmRows: readonly Row[] = commands.map((row) => ({ scene: "warm", ...row }));
