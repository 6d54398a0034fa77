/** Why an offer does not stand for its model. The position of a mark is its bit in the columns. */
export const marks = ["wrapped", "discounted", "odd-price", "plan", "local", "unsettled"] as const;

export type Mark = (typeof marks)[number];

export function bitOf(mark: Mark): number {
  return 1 << marks.indexOf(mark);
}
