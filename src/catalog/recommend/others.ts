import type { Mark } from "../words/marks.ts";

const inWords: Readonly<Record<Mark, string>> = {
  wrapped: "under the prefix of a wrapper or discounter",
  discounted: "at less than half of what the maker asks",
  "odd-price": "at a fiftieth of what others ask",
  trial: "free where others ask a price, with limits",
  plan: "in a plan, whose price is not listed",
  local: "on your own machine",
  unsettled: "with a status that is not normal, its own or its maker's",
};

/** What else there is to say of an offer: its marks, and who is cheaper. */
export function othersOf(
  ref: string,
  cheapest: string | undefined,
  marks: readonly Mark[],
): string[] {
  const said = marks.map((mark) => inWords[mark]);
  if (cheapest === undefined) return said;
  return [...said, cheapest === ref ? "the cheapest of all" : `${cheapest} is the cheapest`];
}
