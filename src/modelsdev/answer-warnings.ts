import { ModelForgeError, type Warning } from "../failure.ts";

/** A cache that is looked at twice for one question is said to be damaged once. */
export function withoutDoubles(warnings: readonly Warning[]): Warning[] {
  return [...new Map(warnings.map((one) => [`${one.code} ${one.message}`, one])).values()];
}

/** Which catalog answered is worth knowing of a failure, too. */
export function withWarnings(error: unknown, warnings: readonly Warning[]): unknown {
  if (error instanceof ModelForgeError) error.warnings.push(...warnings);
  return error;
}
