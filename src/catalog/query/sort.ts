import type { Columns } from "../prepared/columns.ts";
import { type RankedKey, rankedKeys, unranked } from "../prepared/ranks.ts";

export const sortKeys = ["ref", ...rankedKeys] as const;

/** Of a list that nobody said an order for. */
export const usualOrder = "makers" satisfies SortKey;

export type SortKey = "ref" | RankedKey;

/** What a list can be sorted by; the cost is that of a usage, which it needs. */
export const listSorts = [...sortKeys, "cost"] as const;

/** Sorted rows. Unknown values come last in both directions, ties break by ref. */
export function sortRows(
  rows: readonly number[],
  columns: Columns,
  key: SortKey,
  descending: boolean,
): number[] {
  const { rowCount } = columns;
  // rank and row in one number: typed arrays sort without calling back
  const order = new Float64Array(rows.length);
  if (key === "ref") {
    // rows are in ref order, so the row number is the ref's rank
    for (let at = 0; at < rows.length; at += 1) order[at] = rows[at] as number;
    order.sort();
    if (descending) order.reverse();
    return Array.from(order);
  }
  const ranks = columns.rank(key);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as number;
    const rank = ranks[row] as number;
    const place = descending && rank !== unranked ? rowCount - rank : rank;
    order[at] = place * rowCount + row;
  }
  order.sort();
  for (let at = 0; at < order.length; at += 1) order[at] = (order[at] as number) % rowCount;
  return Array.from(order);
}
