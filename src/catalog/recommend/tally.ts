import type { Removed } from "./constraints.ts";

/** Counts one more. */
export function tally(removed: Removed[], constraint: string): void {
  const known = removed.find((one) => one.constraint === constraint);
  if (known === undefined) removed.push({ constraint, count: 1 });
  else known.count += 1;
}
