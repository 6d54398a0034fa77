import { capabilities, modalities } from "../../catalog/words/capability.ts";
import { statuses } from "../../catalog/words/model.ts";
import type { FilterInput } from "../../catalog/query/resolve.ts";
import { ModelForgeError } from "../../failure.ts";
import { type Flag, keyOf } from "./flag.ts";
import { list, text, tokens, usd } from "./option-values.ts";
import { readUsage, usageFlags, type UsageOptions } from "./usage-options.ts";

const group = "Filters:";
const example = "one,another";

/** What a model has to meet; the usage that a ceiling needs is not among them. */
const conditionFlags: readonly Flag[] = [
  {
    name: "--provider",
    takes: list("id", example, "provider"),
    about: "only these providers",
    group,
  },
  {
    name: "--not-provider",
    takes: list("id", example, "provider"),
    about: "none of these providers",
    group,
  },
  {
    name: "--capability",
    takes: list("name", example, capabilities),
    about: `has all of these: ${capabilities.join(", ")}`,
    group,
  },
  {
    name: "--without",
    takes: list("name", example, capabilities),
    about: "has none of these capabilities",
    group,
  },
  {
    name: "--input-modality",
    takes: list("name", example, modalities),
    about: `takes all of these: ${modalities.join(", ")}`,
    group,
  },
  {
    name: "--output-modality",
    takes: list("name", example, modalities),
    about: "gives all of these",
    group,
  },
  { name: "--max-price", takes: usd, about: "input price at most, USD per 1M tokens", group },
  { name: "--max-output-price", takes: usd, about: "output price at most", group },
  { name: "--max-cost", takes: usd, about: "cost of a usage at most (see --input)", group },
  { name: "--free", about: "input and output cost nothing", group },
  { name: "--min-context", takes: tokens, about: "context of at least, like 200k", group },
  { name: "--min-output", takes: tokens, about: "output of at least, like 32k", group },
  {
    name: "--released-after",
    takes: text("date"),
    about: "released on or after, like 2026-05-01",
    group,
  },
  { name: "--released-before", takes: text("date"), about: "released on or before", group },
  {
    name: "--knowledge-after",
    takes: text("date"),
    about: "knows the world at least until, like 2025-01",
    group,
  },
  { name: "--family", takes: list("name", example, "family"), about: "of these families", group },
  {
    name: "--open-weights",
    about: "weights are published (--without open-weights: they are not)",
    group,
  },
  {
    name: "--status",
    takes: list("name", example, [...statuses, "stable", "all"]),
    about: "alpha, beta, deprecated, stable or all (default: all but deprecated)",
    group,
  },
  { name: "--configured", about: "only providers you hold a credential for", group },
  { name: "--include-unpriced", about: "keep models whose price is not listed", group },
];

/** All filters of the contract. */
export function filterFlags(usageHeading = "Usage, for --max-cost:"): Flag[] {
  return [...conditionFlags, ...usageFlags(usageHeading)];
}

const conditionKeys = conditionFlags.map(keyOf) as (keyof FilterInput)[];

export interface FilterOptions extends Omit<FilterInput, "usage" | "requests">, UsageOptions {}

/** The flags as they are parsed → the filter they mean. */
export function readFilter(options: FilterOptions): FilterInput {
  const given = new Map(Object.entries(options));
  const filter: FilterInput = {};
  for (const key of conditionKeys) {
    const value: unknown = given.get(key);
    if (value !== undefined) Object.assign(filter, { [key]: value });
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
