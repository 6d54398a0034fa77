import { bitsOf, firstOf, markWords } from "../../catalog/words/marks.ts";
import { standingOf } from "../../catalog/offers/standing.ts";
import type { Offer } from "../../catalog/offers/find-offers.ts";
import type { Warning } from "../../failure.ts";

/**
 * That offers stand last whatever they cost, and why; nothing where all stand alike. `shown`: those of them that an answer
 * has, which is about no other.
 */
export function behindOthers(
  offers: readonly Offer[],
  shown: readonly Pick<Offer, "ref">[] = offers,
): Warning[] {
  const refs = new Set(shown.map(({ ref }) => ref));
  const first = Math.min(...offers.map(standingOf));
  const behind = offers.filter((offer) => standingOf(offer) > first && refs.has(offer.ref));
  if (behind.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { marks, fits } of behind) {
    const isUnfit = fits === false && marks.every((mark) => mark === "unsettled");
    const why = isUnfit ? "cannot take the usage" : markWords[firstOf(bitsOf(marks))];
    counts.set(why, (counts.get(why) ?? 0) + 1);
  }
  const reasons = [...counts]
    .map(([why, count]) => `${count} ${count > 1 ? ofSeveral(why) : why}`)
    .join(", ");
  const them = behind.length === 1 ? "1 offer stands" : `${behind.length} offers stand`;
  return [{ code: "offers.behind", message: `${them} last, whatever the price: ${reasons}` }];
}

/** `runs on` → run on. */
function ofSeveral(why: string): string {
  return why.replace(/^runs\b/, "run");
}
