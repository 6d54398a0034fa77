import { bitOf, firstOf, type Mark, markWords } from "../../catalog/words/marks.ts";
import { standingOf } from "../../catalog/offers/standing.ts";
import type { Offer } from "../../catalog/offers/find-offers.ts";
import type { Warning } from "../../failure.ts";

/** That offers stand last whatever they cost, and why; nothing where none or all of them do. */
export function behindOthers(offers: readonly Offer[]): Warning[] {
  const behind = offers.filter((offer) => standingOf(offer) > 0);
  if (behind.length === 0 || behind.length === offers.length) return [];
  const counts = new Map<string, number>();
  for (const { marks } of behind) {
    const why = marks.length === 0 ? "does not take the usage" : markWords[firstOf(bitsOf(marks))];
    counts.set(why, (counts.get(why) ?? 0) + 1);
  }
  const reasons = [...counts].map(([why, count]) => `${count} ${why}`).join(", ");
  const them = behind.length === 1 ? "1 offer stands" : `${behind.length} offers stand`;
  return [{ code: "offers.behind", message: `${them} last, whatever the price: ${reasons}` }];
}

function bitsOf(marks: readonly Mark[]): number {
  return marks.reduce((bits, mark) => bits | bitOf(mark), 0);
}
