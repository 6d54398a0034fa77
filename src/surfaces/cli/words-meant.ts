import { nearest } from "../../catalog/words/nearest.ts";
import { ownEntry } from "../../catalog/words/own-entry.ts";

/** Which of the known words was meant, best first: what people call it elsewhere, else what is nearest to it. */
export function wordsMeant(
  typed: string,
  known: readonly string[],
  others: Readonly<Record<string, readonly string[]>>,
): string[] {
  const meant = ownEntry(others, typed.toLowerCase())?.filter((word) => known.includes(word)) ?? [];
  return meant.length > 0 ? meant : nearest(typed, known);
}
