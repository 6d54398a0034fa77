import { medianOf } from "../quality/median.ts";

// some makers' prices are listed in another currency; what pictures cost is listed by the token or by the picture
const mostTimesOthers = 3;
const fewestOthers = 4;

/** What others than the maker ask in the middle; null where too few of them do. */
export function askedByOthers(prices: readonly number[]): number | null {
  return prices.length < fewestOthers ? null : medianOf(prices);
}

/** Whether a maker's price for a chat model is none to go by: more than three times what enough others ask. */
export function isOddPrice(price: number | null, byOthers: number | null): boolean {
  return byOthers !== null && (price ?? 0) > byOthers * mostTimesOthers;
}
