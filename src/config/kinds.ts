import { parseDuration } from "../catalog/words/sizes.ts";

export type KindName =
  | "line"
  | "name"
  | "names"
  | "flag"
  | "duration"
  | "count"
  | "amount"
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

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is what a setting of that kind takes. */
export const accepts: Readonly<Record<KindName, (value: unknown) => boolean>> = {
  line: (value) => isLine(value),
  name: (value) => isLine(value, mostOfName),
  flag: (value) => typeof value === "boolean",
  names: (value) => Array.isArray(value) && value.length <= 50 && value.every(isVariable),
  count: (value) => Number.isSafeInteger(value) && (value as number) > 0,
  amount: (value) => Number.isFinite(value) && (value as number) >= 0,
  // what else is in a header ends it, or is read in two ways
  header: (value) => isLine(value) && /^[\x20-\x7e]+$/.test(value),
  object: isObject,
  duration: (value) => isLine(value) && parseDuration(value) !== undefined,
};
