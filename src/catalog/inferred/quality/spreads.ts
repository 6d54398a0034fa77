import type { DescribedModel } from "./describe.ts";

/** How far a model lies from what is expected of it, as a standard deviation. */
const usualSpread = 0.4;
/** Where what most depends on is not known. */
const wideSpread = 0.55;

/** A date that nobody lists, or a single seller of what somebody else made, is little to go by. */
export function spreadOf({ years, price, sellers, isSoldByMaker }: DescribedModel): number {
  const isVague = years === null || price === null || (sellers === 1 && !isSoldByMaker);
  return isVague ? wideSpread : usualSpread;
}
