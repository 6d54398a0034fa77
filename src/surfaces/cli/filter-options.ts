import { type FilterInput, filterFields, filterNames } from "../../catalog/query/filter-fields.ts";
import { absoluteDate } from "../../catalog/words/relative-date.ts";
import { ModelForgeError } from "../../failure.ts";
import type { Clock } from "../../system/ports.ts";
import { flagsOf } from "./field-flags.ts";
import type { Flag } from "./flag.ts";
import { readUsage, usageFlags, type UsageOptions } from "./usage-options.ts";

/** All filters of the contract, and the usage that a ceiling needs. */
export function filterFlags(usageHeading = "Usage, for --max-cost:"): Flag[] {
  return [...flagsOf(filterFields, "Filters:"), ...usageFlags(usageHeading)];
}

export interface FilterOptions extends Omit<FilterInput, "usage" | "requests">, UsageOptions {}

/** The flags as they are parsed → the filter they mean. */
export function readFilter(
  options: FilterOptions,
  clock: Pick<Clock, "now">,
  note?: (message: string) => void,
): FilterInput {
  const filter = readConditions(options, clock);
  const usage = readUsage(options, note);
  if (usage !== undefined) filter.usage = usage;
  return filter;
}

/** The same without the usage. */
export function readConditions(options: FilterOptions, clock: Pick<Clock, "now">): FilterInput {
  const filter: FilterInput = {};
  for (const name of filterNames) {
    const value = options[name];
    if (value === undefined) continue;
    const isRelative = filterFields[name].kind.type === "date" && /[a-z]/i.test(String(value));
    const meant = isRelative ? absoluteDate(String(value), clock.now()) : value;
    Object.assign(filter, { [name]: meant });
  }
  if (options.requests !== undefined) filter.requests = options.requests;
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
