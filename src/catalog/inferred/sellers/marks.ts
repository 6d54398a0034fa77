import type { ModelRow } from "../../words/model.ts";
import type { ProviderInfo } from "../../words/provider.ts";
import type { Identities } from "../identity/identities.ts";
import { medianOf } from "../quality/median.ts";
import { blendedPrice } from "./blended-price.ts";
import { bitOf } from "./mark-names.ts";
import { roles as roleNames } from "./role-names.ts";
import { isWrapped } from "./wrappers.ts";

// closed weights cost whoever sells them what the maker asks
const leastShareOfMakers = 0.5;
// nobody serves a model at a fiftieth of what others ask: the unit is another one
const mostTimesBelow = 50;

const makersRole = roleNames.indexOf("maker");

/**
 * The marks of every row, as bits. `roles` are those of the rows. A price of 0 is no price to judge: what is free in between is a trial, and what is
 * free throughout is sold in a plan, or runs on the machine of whoever asks.
 */
export function marksOf(
  models: readonly ModelRow[],
  providers: readonly ProviderInfo[],
  roles: Uint8Array,
  { group, referenceRow, keys }: Identities,
): Uint8Array {
  const free = freeThroughout(models, providers);
  const prices = models.map(blendedPrice);
  const pricesOf = keys.map((): number[] => []);
  prices.forEach((price, row) => {
    if (price !== null) pricesOf[group[row] as number]?.push(price);
  });
  const medians = pricesOf.map(medianOf);
  const found = new Uint8Array(models.length);
  models.forEach((model, row) => {
    const of = group[row] as number;
    const price = prices[row] ?? null;
    let bits = free.get(model.provider) ?? 0;
    if (isWrapped(model.id)) bits |= bitOf("wrapped");
    if (price !== null && price * mostTimesBelow <= (medians[of] ?? 0)) bits |= bitOf("odd-price");
    const makersRow = (referenceRow[of] as number) - 1;
    const makers = models[makersRow];
    const isClosed = makers !== undefined && makers.openWeights !== true;
    const makersPrice = roles[makersRow] === makersRole ? (prices[makersRow] ?? null) : null;
    if (isClosed && price !== null && makersPrice !== null) {
      if (price < makersPrice * leastShareOfMakers) bits |= bitOf("discounted");
    }
    // whoever else sells it will have to follow
    const isRetired = isClosed && makers.status === "deprecated";
    if (model.status !== null || isRetired) bits |= bitOf("unsettled");
    found[row] = bits;
  });
  return found;
}

/** By provider whose every priced row is at 0 and 0, the bit of what that is. */
function freeThroughout(
  models: readonly ModelRow[],
  providers: readonly ProviderInfo[],
): Map<string, number> {
  const isFree = new Map<string, boolean>();
  for (const { provider, price } of models) {
    if (price === null || (price.input === null && price.output === null)) continue;
    const free = (price.input ?? 0) === 0 && (price.output ?? 0) === 0;
    isFree.set(provider, free && (isFree.get(provider) ?? true));
  }
  const bits = new Map<string, number>();
  for (const { id, auth, api } of providers) {
    if (isFree.get(id) !== true) continue;
    bits.set(id, bitOf(isLocal(auth, api) ? "local" : "plan"));
  }
  return bits;
}

const thisMachine = /^https?:\/\/(?:localhost|127\.|\[::1\])/i;

/** Asked of the machine itself, or of whoever wants no credential. */
function isLocal(auth: ProviderInfo["auth"], api: string | null): boolean {
  return auth.includes("none") || (api !== null && thisMachine.test(api));
}
