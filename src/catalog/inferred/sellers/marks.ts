import type { ModelRow } from "../../words/model.ts";
import type { Kind } from "../../words/kinds.ts";
import { medianOf } from "../quality/median.ts";
import { blendedPrice } from "./blended-price.ts";
import type { FreeThroughout } from "./free-throughout.ts";
import { isFree } from "../../words/charges.ts";
import { bitOf } from "../../words/marks.ts";
import { askedByOthers, isOddPrice } from "./odd-price.ts";
import { isWrapped } from "./wrappers.ts";

// closed weights cost whoever sells them what the maker asks
const leastShareOfMakers = 0.5;
// nobody serves a model at a fiftieth of what others ask: the unit is another one
const mostTimesBelow = 50;

/** What the marks of rows are told from. */
export interface Sold {
  models: readonly ModelRow[];
  /** What providers are whose every price is 0, by their ids. */
  free: ReadonlyMap<string, FreeThroughout>;
  /** Whether the provider of a row made what it sells. */
  isOwn: (row: number) => boolean;
  kindOf: (row: number) => Kind;
}

/**
 * The marks of the rows that sell one model, as bits, in the order of `members`; `reference` is the maker's own row, or
 * undefined. What is free in between, where others ask a price, is a trial; what is free throughout is sold in a plan, or
 * runs on the machine of whoever asks.
 */
export function marksOfGroup(
  members: readonly number[],
  reference: number | undefined,
  { models, free, isOwn, kindOf }: Sold,
): number[] {
  const prices = members.map((row) => blendedPrice(models[row] as ModelRow));
  const median = medianOf(prices) ?? 0;
  const maker = reference === undefined ? undefined : models[reference];
  const isClosed = maker !== undefined && maker.openWeights !== true;
  const makersPrice = (): number | null => {
    const price = maker === undefined ? null : blendedPrice(maker);
    const others = prices.filter((one, at) => one !== null && !isOwn(members[at] as number));
    const isChat = reference !== undefined && kindOf(reference) === "chat";
    return isChat && isOddPrice(price, askedByOthers(others as number[])) ? null : price;
  };
  const least = (isClosed ? (makersPrice() ?? 0) : 0) * leastShareOfMakers;
  // whoever else sells it will have to follow
  const isRetired = isClosed && maker.status === "deprecated";
  return members.map((row, at) => {
    const { id, provider, status } = models[row] as ModelRow;
    const price = prices[at] ?? null;
    const whole = free.get(provider);
    let bits = whole === undefined || price !== null ? 0 : bitOf(whole);
    if (isWrapped(id)) bits |= bitOf("wrapped");
    if (price !== null && price * mostTimesBelow <= median) bits |= bitOf("odd-price");
    if (price !== null && price < least) bits |= bitOf("discounted");
    if (whole === undefined && median > 0 && !isOwn(row) && isFree(models[row] as ModelRow))
      bits |= bitOf("trial");
    if (status !== null || isRetired) bits |= bitOf("unsettled");
    return bits;
  });
}

/** The same of every row; `group` and `referenceRow` as in `Identities`. */
export function marksOf(
  sold: Sold,
  {
    group,
    referenceRow,
    keys,
  }: { group: ArrayLike<number>; referenceRow: ArrayLike<number>; keys: readonly string[] },
): Uint8Array {
  const members = keys.map((): number[] => []);
  for (let row = 0; row < sold.models.length; row += 1) members[group[row] as number]?.push(row);
  const found = new Uint8Array(sold.models.length);
  members.forEach((rows, of) => {
    const reference = (referenceRow[of] as number) - 1;
    marksOfGroup(rows, reference < 0 ? undefined : reference, sold).forEach((bits, at) => {
      found[rows[at] as number] = bits;
    });
  });
  return found;
}
