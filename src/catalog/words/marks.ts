/** Why an offer does not stand for its model. The position of a mark is its bit in the columns. */
export const marks = [
  ...(["wrapped", "discounted", "odd-price", "plan", "local", "unsettled"] as const),
  "trial",
] as const;

export type Mark = (typeof marks)[number];

/** What each says of an offer; what stands first tells most. */
export const markWords: Readonly<Record<Mark, string>> = {
  plan: "sold in a plan",
  local: "runs on your own machine",
  wrapped: "under the prefix of a wrapper or discounter",
  discounted: "closed weights under half the maker's price",
  "odd-price": "fifty times below what others ask",
  trial: "free where others ask a price: a trial, or a tier with limits",
  unsettled: "a status that is not normal, its own or its maker's",
};

const tellingFirst = Object.keys(markWords) as Mark[];

/** The one of some marks, at least one, that tells most. */
export function firstOf(bits: number): Mark {
  return tellingFirst.find((mark) => (bits & bitOf(mark)) !== 0) as Mark;
}

/** The marks in bits. */
export function marksIn(bits: number): Mark[] {
  return bits === 0 ? [] : marks.filter((_, at) => (bits & (1 << at)) !== 0);
}

export function bitOf(mark: Mark): number {
  return 1 << marks.indexOf(mark);
}

export function bitsOf(some: readonly Mark[]): number {
  // asked at every step of a sort, and of most offers there are none
  return some.length === 0 ? 0 : some.reduce((bits, mark) => bits | bitOf(mark), 0);
}

const apart = bitOf("plan") | bitOf("local");
const unsettled = bitOf("unsettled");

/** What may be first, then what has a status, what cannot take a usage, what is not sold as it seems, and what is at 0. */
export const standings = { clear: 0, unsettled: 1, unfit: 2, odd: 3, apart: 4 } as const;

/** Where marks alone leave an offer, given in bits. */
export function standingOfMarks(bits: number): number {
  if (bits === 0) return standings.clear;
  if ((bits & apart) !== 0) return standings.apart;
  return bits === unsettled ? standings.unsettled : standings.odd;
}
