import type { Columns } from "../prepared/columns.ts";
import { type RankedKey, rankedKeys, unranked } from "../prepared/ranks.ts";

export const sortKeys = ["ref", ...rankedKeys] as const;

/** Of a list that nobody said an order for. */
export const usualOrder = "makers" satisfies SortKey;

export type SortKey = "ref" | RankedKey;

/** What a list can be sorted by; the cost is that of a usage, which it needs. */
export const listSorts = [...sortKeys, "cost"] as const;

// up to here picking takes less than sorting all
const mostPicked = 64;

/** Sorted rows, no more than `limit`. Unknown values come last in both directions, ties break by ref. */
export function sortRows(
  rows: ArrayLike<number>,
  columns: Columns,
  key: SortKey,
  descending: boolean,
  limit = rows.length,
): number[] {
  const order = orderOf(key, columns, descending);
  const isFew = limit > 0 && limit <= mostPicked;
  const placed =
    isFew && order.ranks !== undefined
      ? firstPlaces(rows, order, order.ranks, limit)
      : allPlaces(rows, order);
  const sorted: number[] = [];
  const { length } = placed;
  for (let at = 0; at < length && at < limit; at += 1)
    sorted.push((placed[at] as number) % order.rowCount);
  return sorted;
}

/** By the rank of each row; by its number where there are none. */
interface RowOrder {
  rowCount: number;
  ranks: Uint32Array | undefined;
  descending: boolean;
}

function orderOf(key: SortKey, columns: Columns, descending: boolean): RowOrder {
  // rows are in ref order, so the row number is the ref's rank
  const ranks = key === "ref" ? undefined : columns.rank(key);
  return { rowCount: columns.rowCount, ranks, descending };
}

/** Rank and row in one number: typed arrays sort without calling back. */
function allPlaces(
  rows: ArrayLike<number>,
  { rowCount, ranks, descending }: RowOrder,
): Float64Array {
  const places = new Float64Array(rows.length);
  for (let at = 0; at < places.length; at += 1) {
    const row = rows[at] as number;
    const rank = ranks === undefined ? row : (ranks[row] as number);
    const place = descending && rank !== unranked ? rowCount - rank : rank;
    places[at] = place * rowCount + row;
  }
  return places.sort();
}

/** The least of them, in order: most rows are only compared with the worst of those. */
function firstPlaces(
  rows: ArrayLike<number>,
  { rowCount, descending }: RowOrder,
  ranks: Uint32Array,
  limit: number,
): number[] {
  const places: number[] = [];
  // ranks outside of these come behind the worst; little is done for each row before V8 optimises anything
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let worst = Number.POSITIVE_INFINITY;
  const { length } = rows;
  for (let at = 0; at < length; at += 1) {
    const row = rows[at] as number;
    const rank = ranks[row] as number;
    if (rank < low || rank > high) continue;
    const place = (descending && rank !== unranked ? rowCount - rank : rank) * rowCount + row;
    if (place >= worst) continue;
    if (places.length === limit) places.pop();
    let to = places.length;
    while (to > 0 && (places[to - 1] as number) > place) to -= 1;
    places.splice(to, 0, place);
    if (places.length < limit) continue;
    worst = places[limit - 1] as number;
    const worstRank = ranks[worst % rowCount] as number;
    if (!descending) high = worstRank;
    else if (worstRank !== unranked) low = worstRank;
  }
  return places;
}
