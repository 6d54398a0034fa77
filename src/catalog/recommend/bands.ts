import { byCost, type Models, type Place, type Wanted } from "./models.ts";

/**
 * Models by their figures, in bands, until enough are placed. The best that is left, by the middle less half a spread,
 * opens a band; those that differ from it by less than the larger of the two spreads, `width` times, are about equal to
 * it and stand by cost, then by their figures. Nothing known is below all that is.
 */
export function inBands(
  models: Models,
  which: readonly number[],
  width: number,
  { most, before }: Wanted,
): Place[] {
  const { quality, spread, groups } = models;
  const bounds = new Float64Array(quality.length);
  for (const model of which) {
    const value = quality[model] as number;
    // NaN is above nothing
    bounds[model] = value - (spread[model] as number) / 2;
  }
  const byBound = (one: number, other: number): number => {
    const a = bounds[one] as number;
    const b = bounds[other] as number;
    if (a !== b && !(Number.isNaN(a) && Number.isNaN(b))) {
      return Number.isNaN(a) ? 1 : Number.isNaN(b) ? -1 : b - a;
    }
    return (groups[one] as number) - (groups[other] as number);
  };
  const places: Place[] = [];
  let left = which;
  for (let band = before + 1; left.length > 0 && places.length < most; band += 1) {
    let first = left[0] as number;
    for (let at = 1; at < left.length; at += 1) {
      const one = left[at] as number;
      if (byBound(one, first) < 0) first = one;
    }
    const [value, own] = [quality[first] as number, spread[first] as number];
    const equal: number[] = [];
    const others: number[] = [];
    for (let at = 0; at < left.length; at += 1) {
      const one = left[at] as number;
      const difference = Math.abs(value - (quality[one] as number));
      const larger = Math.max(own, spread[one] as number);
      // of what has no figure nothing can be said that separates it
      const isEqual =
        one === first ||
        isLess(difference, width * larger) ||
        (Number.isNaN(value) && Number.isNaN(quality[one]));
      (isEqual ? equal : others).push(one);
    }
    models.settle(equal);
    equal.sort((one, other) => byCost(models, one, other) || byBound(one, other));
    for (const model of equal) places.push({ model, band, openedBy: first });
    left = others;
  }
  return places;
}

// figures have two digits, and a float of their difference is out by less
const nothing = 1e-9;

/** 0.40 is not less than 0.40, whichever figures it is the difference of. */
function isLess(difference: number, bound: number): boolean {
  return difference < bound - nothing;
}
