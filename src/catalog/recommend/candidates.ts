import type { Columns } from "../prepared/columns.ts";

/** Offers that a model may be recommended at: the first `count` of each. */
export interface Candidates {
  rows: Uint32Array;
  /** USD for the usage; NaN where a price that is needed is not listed. */
  costs: Float64Array;
  count: number;
}

/** One row per underlying model: the cheapest, then the maker's own, then the first by ref. In the order given. */
export function cheapestOffers(columns: Columns, offers: Candidates): Candidates {
  const { rows, costs, count } = offers;
  const { group, ownRow, rowCount } = columns;
  // by group, the position of the best of its offers plus one
  const best = new Uint32Array(rowCount);
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] as number;
    const of = group[row] as number;
    const known = (best[of] as number) - 1;
    if (known >= 0) {
      const cost = costs[at] as number;
      const other = costs[known] as number;
      // NaN is neither below nor above: what has no cost gives way to what has one
      if (cost > other || (Number.isNaN(cost) && !Number.isNaN(other))) continue;
      if (cost === other || (Number.isNaN(cost) && Number.isNaN(other))) {
        const than = rows[known] as number;
        const own = (ownRow[row] as number) - (ownRow[than] as number);
        if (own < 0 || (own === 0 && row > than)) continue;
      }
    }
    best[of] = at + 1;
  }
  const chosen = { rows: new Uint32Array(count), costs: new Float64Array(count), count: 0 };
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] as number;
    if (best[group[row] as number] !== at + 1) continue;
    chosen.rows[chosen.count] = row;
    chosen.costs[chosen.count] = costs[at] as number;
    chosen.count += 1;
  }
  return chosen;
}
