import { type Command, Option } from "commander";
import { capabilities, modalities } from "../../catalog/words/capability.ts";
import type { FilterInput } from "../../catalog/query/resolve.ts";
import { ModelForgeError } from "../../failure.ts";
import { collector, money, size } from "./option-values.ts";
import { addUsageOptions, readUsage, type UsageOptions } from "./usage-options.ts";

const filterHeading = "Filters:";

/** All filters of the contract. */
export function addFilterOptions(command: Command, usageHeading = "Usage, for --max-cost:"): void {
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
  addUsageOptions(command, usageHeading);
}

export interface FilterOptions extends Omit<FilterInput, "usage" | "requests">, UsageOptions {}

/** The flags as commander gives them → the filter they mean. */
export function readFilter(options: FilterOptions): FilterInput {
  const filter: FilterInput = {};
  for (const key of filterKeys) {
    if (options[key] !== undefined) Object.assign(filter, { [key]: options[key] });
  }
  const usage = readUsage(options);
  if (usage !== undefined && filter.maxCost !== undefined) filter.usage = usage;
  if (options.requests !== undefined) filter.requests = options.requests.count;
  return filter;
}

/** Where a usage serves the ceiling alone, it is no use without. */
export function refuseUsageWithoutCeiling(options: FilterOptions): void {
  const describesUsage = readUsage(options) !== undefined || options.requests !== undefined;
  if (!describesUsage || options.maxCost !== undefined) return;
  throw new ModelForgeError("usage.missing-argument", {
    message: "--input, --output, --cached and --requests describe a usage for --max-cost",
    hint: "add --max-cost, the most it may cost in USD",
  });
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
