import { isLimit, isPrice } from "../catalog/words/bounds.ts";
import { capabilities } from "../catalog/words/capability.ts";
import { parseDuration } from "../catalog/words/sizes.ts";

export type KindName =
  | "line"
  | "name"
  | "names"
  | "models"
  | "capabilities"
  | "status"
  | "flag"
  | "duration"
  | "count"
  | "amount"
  | "budget"
  | "header"
  | "object";

const mostCharacters = 10_000;
// a longer one nobody could type
const mostOfName = 500;

function isLine(value: unknown, most = mostCharacters): value is string {
  return (
    typeof value === "string" && value.trim() !== "" && value.length <= most && value.isWellFormed()
  );
}

// what is written otherwise may be what a variable holds
function isVariable(value: unknown): boolean {
  return typeof value === "string" && /^[A-Z\d_]{1,80}$/.test(value);
}

// more of them nobody waits for
const mostModels = 20;

/** How a row stands; `active` is what the catalog says nothing of. */
export const ownStatuses = ["active", "alpha", "beta", "deprecated"] as const;

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isListOf(value: unknown, most: number, isOne: (entry: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= most && value.every(isOne);
}

/** Whether a value is what a setting of that kind takes. */
export const accepts: Readonly<Record<KindName, (value: unknown) => boolean>> = {
  line: (value) => isLine(value),
  name: (value) => isLine(value, mostOfName),
  flag: (value) => typeof value === "boolean",
  names: (value) => isListOf(value, 50, isVariable),
  models: (value) => isListOf(value, mostModels, (one) => isLine(one, mostOfName)),
  capabilities: (value) =>
    isListOf(value, mostModels, (one) => capabilities.some((known) => known === one)),
  status: (value) => ownStatuses.some((one) => one === value),
  count: isLimit,
  amount: (value) => typeof value === "number" && isPrice(value),
  budget: (value) => Number.isFinite(value) && (value as number) >= 0,
  // what else is in a header ends it, or is read in two ways
  header: (value) => isLine(value) && /^[\x20-\x7e]+$/.test(value),
  object: isObject,
  duration: (value) => isLine(value) && parseDuration(value) !== undefined,
};
