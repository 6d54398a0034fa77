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

interface Offered {
  ref: string;
  marks: readonly Mark[];
  /** The ref of the cheapest of those it was chosen among. */
  cheapest: string | undefined;
}

/**
 * What else there is to say of an offer: its marks, and who is cheaper. What is marked was left out, however cheap, unless
 * nothing else was to be had; so was what meets no condition.
 */
export function othersOf({ ref, marks, cheapest }: Offered): string[] {
  const said = marks.map((mark) => inWords[mark]);
  if (cheapest === undefined) return said;
  const isSelf = cheapest === ref;
  const offer = `the cheapest ${marks.length === 0 ? "unmarked offer" : "offer"}`;
  return [...said, `${isSelf ? "" : `${cheapest} is `}${offer} that will do`];
}
