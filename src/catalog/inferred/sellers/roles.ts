import type { ModelRow } from "../../words/model.ts";
import type { Kind } from "../../words/kinds.ts";
import type { Identities } from "../identity/identities.ts";
import { blendedPrice } from "./blended-price.ts";
import { askedByOthers, isOddPrice } from "./odd-price.ts";
import { roles } from "./role-names.ts";
import { wellKnownHosts } from "./well-known-hosts.ts";

/**
 * The role of every row: the maker's own (`maker`), others of the maker's, those of well-known hosts. A price of the
 * maker's of more than three times the median of enough others is none to go by. `ownOffers`: by group, the row of
 * whoever made it although nobody else says so.
 */
export function rolesOf(
  models: readonly ModelRow[],
  kinds: readonly Kind[],
  ownRow: Uint8Array,
  { group, referenceRow, keys }: Identities,
  ownOffers: ReadonlyMap<number, number>,
): Uint8Array {
  const others = keys.map((): number[] => []);
  models.forEach((model, row) => {
    const price = ownRow[row] === 1 ? null : blendedPrice(model);
    if (price !== null) others[group[row] as number]?.push(price);
  });
  const byOthers = others.map(askedByOthers);
  return Uint8Array.from(models, (model, row) => {
    const of = group[row] as number;
    const isReference = referenceRow[of] === row + 1 || ownOffers.get(of) === row;
    if (ownRow[row] !== 1 && !isReference) {
      return roles.indexOf(Object.hasOwn(wellKnownHosts, model.provider) ? "host" : "other");
    }
    const isOdd = isOddPrice(blendedPrice(model), byOthers[of] ?? null);
    if (isOdd && kinds[row] === "chat") return roles.indexOf("other");
    return roles.indexOf(isReference ? "maker" : "makers-other");
  });
}
