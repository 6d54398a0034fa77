import type { Removed } from "./constraints.ts";

/** Counts one more, or several. */
export function tally(removed: Removed[], constraint: string, more = 1): void {
  const known = removed.find((one) => one.constraint === constraint);
  if (known === undefined) removed.push({ constraint, count: more });
  else known.count += more;
}
