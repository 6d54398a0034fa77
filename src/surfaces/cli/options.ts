import { type Command, Option } from "commander";
import { capabilities, modalities } from "../../catalog/capability.ts";
import type { Usage } from "../../catalog/cost.ts";
import type { FilterInput } from "../../catalog/query/resolve.ts";
import { parseBytes, parseSize } from "../../catalog/sizes.ts";
import { ModelForgeError } from "../../failure.ts";

/** Flags of every command. */
export function addGlobalOptions(command: Command): void {
  command
    .option("--json", "print one JSON document")
    .option("--offline", "never use the network")
    .option("--refresh", "ask the source for a newer catalog first")
    .option("--quiet", "no notes and no progress on stderr")
    .option("--verbose", "say where the answer comes from")
    .option("--no-color", "no colours")
    .addOption(noInput());
}

/** Beside `--input <tokens>` commander would take it for that flag's negation. */
function noInput(): Option {
  return Object.assign(new Option("--no-input", "never ask anything"), {
    attributeName: () => "prompts",
  });
}

const filterHeading = "Filters:";

/** `--provider a,b --provider c` → a, b, c. */
function collector(flag: string, example: string) {
  return (value: string, before: string[] | undefined): string[] => {
    const values = value.split(",").map((one) => one.trim());
    const named = values.filter((one) => one !== "");
    // a script whose variable is empty did not mean "none"
    if (named.length === 0) throw badValue(flag, '""', example);
    return [...(before ?? []), ...named];
  };
}

function badValue(flag: string, value: string, example: string): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: `${flag} does not understand ${value}`,
    hint: `write it like ${flag} ${example}`,
    details: { flag, value },
  });
}

/** A number of dollars; `$` in front is forgiven. */
function money(flag: string) {
  return (value: string): number => {
    const digits = value.trim().replace(/^\$/, "");
    const number = Number(digits);
    if (digits === "" || !Number.isFinite(number) || number < 0) {
      throw badValue(flag, value, "2.50");
    }
    return number;
  };
}

function size(flag: string) {
  return (value: string): number => {
    const parsed = parseSize(value);
    if (parsed === undefined) throw badValue(flag, value, "200k");
    return parsed;
  };
}

export function bytes(flag: string) {
  return (value: string): number => {
    const parsed = parseBytes(value);
    if (parsed === undefined) throw badValue(flag, value, "50MB");
    return parsed;
  };
}

export function count(flag: string) {
  return (value: string): number => {
    const number = Number(value);
    if (!/^\d+$/.test(value.trim()) || !Number.isSafeInteger(number) || number < 1) {
      throw badValue(flag, value, "20");
    }
    return number;
  };
}

/** All filters of the contract. */
export function addFilterOptions(command: Command): void {
  const many = (flags: string, description: string): void => {
    const [flag = flags] = flags.split(" ");
    const parse = collector(flag, "one,another");
    command.addOption(new Option(flags, description).argParser(parse).helpGroup(filterHeading));
  };
  const one = (flags: string, description: string, parse?: (value: string) => unknown): void => {
    const option = new Option(flags, description).helpGroup(filterHeading);
    command.addOption(parse === undefined ? option : option.argParser(parse));
  };
  many("--provider <id>", "only these providers");
  many("--not-provider <id>", "none of these providers");
  many("--capability <name>", `has all of these: ${capabilities.join(", ")}`);
  many("--without <name>", "has none of these capabilities");
  many("--input-modality <name>", `takes all of these: ${modalities.join(", ")}`);
  many("--output-modality <name>", "gives all of these");
  one("--max-price <usd>", "input price at most, USD per 1M tokens", money("--max-price"));
  one("--max-output-price <usd>", "output price at most", money("--max-output-price"));
  one("--max-cost <usd>", "cost of a usage at most (see --input)", money("--max-cost"));
  one("--free", "input and output cost nothing");
  one("--min-context <tokens>", "context of at least, like 200k", size("--min-context"));
  one("--min-output <tokens>", "output of at least, like 32k", size("--min-output"));
  one("--released-after <date>", "released on or after, like 2026-05-01");
  one("--released-before <date>", "released on or before");
  one("--knowledge-after <date>", "knows the world at least until, like 2025-01");
  many("--family <name>", "of these families");
  one("--open-weights", "weights are published (--without open-weights: they are not)");
  many("--status <name>", "alpha, beta, deprecated, stable or all (default: all but deprecated)");
  one("--configured", "only providers you hold a credential for");
  one("--include-unpriced", "keep models whose price is not listed");
  addUsageOptions(command);
}

const usageHeading = "Usage, for --max-cost:";

function addUsageOptions(command: Command): void {
  const add = (flags: string, description: string, parse: (value: string) => unknown): void => {
    command.addOption(new Option(flags, description).argParser(parse).helpGroup(usageHeading));
  };
  add("--input <tokens>", "tokens in, per request", size("--input"));
  add("--output <tokens>", "tokens out, per request", size("--output"));
  add("--cached <tokens|share>", "part of the input read from the cache, like 10k or 80%", share);
  add("--requests <count>", "how many, like 1000/day; the cost is of all of them", requests);
}

type Share = { tokens: number } | { part: number };

function share(value: string): Share {
  const percent = /^(\d+(?:\.\d+)?)%$/.exec(value.trim());
  if (percent !== null && Number(percent[1]) <= 100) return { part: Number(percent[1]) / 100 };
  const tokens = parseSize(value);
  if (tokens === undefined) throw badValue("--cached", value, "80%");
  return { tokens };
}

function requests(value: string): number {
  const parsed = parseSize(value.trim().replace(/\/(day|month)$/i, ""));
  if (parsed === undefined || parsed < 1) throw badValue("--requests", value, "1000/day");
  return parsed;
}

interface FilterOptions extends Omit<FilterInput, "usage"> {
  input?: number;
  output?: number;
  cached?: Share;
}

/** The flags as commander gives them → the filter they mean. */
export function readFilter(options: FilterOptions): FilterInput {
  const { input, output, cached, ...rest } = options;
  const filter: FilterInput = {};
  for (const key of filterKeys) {
    if (rest[key] !== undefined) Object.assign(filter, { [key]: rest[key] });
  }
  if (input !== undefined || output !== undefined) {
    filter.usage = usageOf(input ?? 0, output ?? 0, cached);
  }
  const describesUsage = filter.usage !== undefined || cached !== undefined || filter.requests;
  if (describesUsage && filter.maxCost === undefined) {
    throw new ModelForgeError("usage.missing-argument", {
      message: "--input, --output, --cached and --requests describe a usage for --max-cost",
      hint: "add --max-cost, the most it may cost in USD",
    });
  }
  return filter;
}

function usageOf(input: number, output: number, cached: Share | undefined): Usage {
  const tokens =
    cached === undefined ? 0 : "part" in cached ? Math.round(input * cached.part) : cached.tokens;
  if (tokens > input) {
    throw new ModelForgeError("usage.bad-value", {
      message: `--cached ${tokens} is more than --input ${input}`,
      hint: "cached tokens are a part of the input",
    });
  }
  return { input, output, cached: tokens };
}

const filterKeys = [
  "provider",
  "notProvider",
  "capability",
  "without",
  "inputModality",
  "outputModality",
  "maxPrice",
  "maxOutputPrice",
  "maxCost",
  "requests",
  "free",
  "minContext",
  "minOutput",
  "releasedAfter",
  "releasedBefore",
  "knowledgeAfter",
  "family",
  "openWeights",
  "status",
  "configured",
  "includeUnpriced",
] as const;
