import { parseDuration } from "../catalog/words/sizes.ts";

export type KindName = "line" | "flag" | "duration";

const mostCharacters = 10_000;

function isLine(value: unknown): value is string {
  return (
    typeof value === "string" &&
    value.trim() !== "" &&
    value.length <= mostCharacters &&
    value.isWellFormed()
  );
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is what a setting of that kind takes. */
export const accepts: Readonly<Record<KindName, (value: unknown) => boolean>> = {
  line: isLine,
  flag: (value) => typeof value === "boolean",
  duration: (value) => isLine(value) && parseDuration(value) !== undefined,
};
