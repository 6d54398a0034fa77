import { roles } from "../inferred/sellers/role-names.ts";
import type { Columns } from "../prepared/columns.ts";

/** Offers that a model may be recommended at: the first `count` of each. */
export interface Offers {
  rows: Uint32Array;
  /** USD for the usage; NaN where a price that is needed is not listed. */
  costs: Float64Array;
  count: number;
}

/** Why an offer stands for its model: a credential is at hand, the maker sells it, or the maker does not. */
export type Why = "configured" | "maker" | "reseller";

/** Underlying models by number, in arrays: hundreds of objects take longer to clear away than all else. */
export interface OfferedModels {
  count: number;
  groups: Uint32Array;
  /** The position in the offers of what stands for the model where no credential is at hand. */
  usual: Uint32Array;
}

const makersOther = roles.indexOf("makers-other");
const maker = roles.indexOf("maker");

/** The models that are offered: at the maker's own row, else by the cheapest well-known host, else by the cheapest. */
export function offeredModels(columns: Columns, offers: Offers): OfferedModels {
  const { group, role, rowCount } = columns;
  const { rows, count } = offers;
  // by group, the position of the best of its offers plus one
  const best = new Uint32Array(rowCount);
  const groups = new Uint32Array(count);
  let found = 0;
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] as number;
    const of = group[row] as number;
    if (best[of] === 0) {
      groups[found] = of;
      found += 1;
      best[of] = at + 1;
    } else if (role[row] === maker) best[of] = at + 1;
  }
  const before = preferred(offers, role);
  for (let at = 0; at < count; at += 1) {
    const of = group[rows[at] as number] as number;
    const known = (best[of] as number) - 1;
    // most makers sell what they make
    if (role[rows[known] as number] !== maker && before(at, known)) best[of] = at + 1;
  }
  const usual = new Uint32Array(found);
  for (let at = 0; at < found; at += 1) usual[at] = (best[groups[at] as number] as number) - 1;
  return { count: found, groups, usual };
}

/** Whether one stands for its model before the other: by who sells it, then by what it costs. */
function preferred(offers: Offers, role: Uint8Array) {
  const compare = cheaper(offers, role);
  // other, host, the maker's others
  return (one: number, other: number): boolean => {
    const difference =
      (role[offers.rows[one] as number] as number) - (role[offers.rows[other] as number] as number);
    return difference > 0 || (difference === 0 && compare(one, other) < 0);
  };
}

/** What may be shown of a model, as positions in the offers. */
export interface Alternatives {
  cheapest: number;
  /** The cheapest a credential is at hand for. */
  atHand: number | undefined;
}

/** By group, for those of `groups`. `configured` are numbers of providers, flagged. */
export function alternativesOf(
  { group, role, provider, rowCount }: Columns,
  offers: Offers,
  groups: readonly number[],
  configured: Uint8Array | undefined,
): Map<number, Alternatives> {
  const { rows, count } = offers;
  const isWanted = new Uint8Array(rowCount);
  for (const of of groups) isWanted[of] = 1;
  const compare = cheaper(offers, role);
  const found = new Map<number, Alternatives>();
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] as number;
    const of = group[row] as number;
    if (isWanted[of] === 0) continue;
    const isAtHand = configured?.[provider[row] as number] === 1;
    const known = found.get(of);
    if (known === undefined) {
      found.set(of, { cheapest: at, atHand: isAtHand ? at : undefined });
      continue;
    }
    if (compare(at, known.cheapest) < 0) known.cheapest = at;
    if (isAtHand && (known.atHand === undefined || compare(at, known.atHand) < 0)) {
      known.atHand = at;
    }
  }
  return found;
}

/** Compares positions: what has a cost before what has none; then the maker's own, a well-known host's, the first by ref. */
export function cheaper({ rows, costs }: Offers, role: Uint8Array) {
  return (one: number, other: number): number => {
    const a = costs[one] as number;
    const b = costs[other] as number;
    if (a !== b) {
      const known = Number(Number.isNaN(a)) - Number(Number.isNaN(b));
      if (known !== 0) return known;
      if (!Number.isNaN(a)) return a - b;
    }
    const row = rows[one] as number;
    const than = rows[other] as number;
    return (role[than] as number) - (role[row] as number) || row - than;
  };
}

/** Why this row is shown, whatever the reason was to choose it. */
export function whyOf(
  { provider, role }: Columns,
  row: number,
  configured: Uint8Array | undefined,
): Why {
  if (configured?.[provider[row] as number] === 1) return "configured";
  return (role[row] as number) >= makersOther ? "maker" : "reseller";
}
