import { type SortKey, sortKeys } from "../catalog/query/sort.ts";
import type { CatalogView } from "../catalog/view.ts";
import { byKey } from "./by-key.ts";

interface Costed {
  ref: string;
  cost?: Sum | null;
  perRequest?: number | null;
  complete?: boolean;
  batch?: { total: number | null };
}

interface Sum {
  perRequest: number | null;
  complete: boolean;
}

/** Orders of what costs something. */
export const costSorts = ["cost", ...sortKeys] as const;

/** Which rows, and in which order. */
export interface CostOrder {
  /** `cost` if not given. */
  sort?: "cost" | SortKey;
  /** From the other end: dearest first, what is not fully known last all the same. */
  descending?: boolean;
  /** Most rows to give; all if not given. */
  limit?: number;
}

/** Where rows stand in the catalog, and in an answer. */
export interface Standing<Row> {
  view: Pick<CatalogView, "columns">;
  /** The number of its row in the catalog. */
  rowOf(row: Row): number;
  /** Those of a higher standing are last from either end, but for an order by ref. */
  standingOf?(row: Row): number;
}

/** Rows that come cheapest first in the order asked for; those that cost the same stay as they come. */
export function arranged<Row extends Costed>(
  rows: readonly Row[],
  { sort = "cost", descending = false, limit }: CostOrder,
  standing: Standing<Row>,
): Row[] {
  if (sort === "ref") return byRef(rows, descending).slice(0, limit);
  const { standingOf = () => 0 } = standing;
  const sorted =
    sort === "cost" ? byCost(rows, descending) : byKey(rows, standing, sort, descending);
  return sorted.sort((a, b) => standingOf(a) - standingOf(b)).slice(0, limit);
}

function byRef<Row extends Costed>(rows: readonly Row[], isReversed: boolean): Row[] {
  const sorted = rows.toSorted((a, b) => (a.ref < b.ref ? -1 : 1));
  return isReversed ? sorted.toReversed() : sorted;
}

/** What is not known to the end goes after what is, from either end. */
function byCost<Row extends Costed>(rows: readonly Row[], isReversed: boolean): Row[] {
  const known = rows.filter((row) => usdOf(row) !== null);
  if (isReversed) known.sort((a, b) => (usdOf(b) ?? 0) - (usdOf(a) ?? 0));
  return [...known, ...rows.filter((row) => usdOf(row) === null)];
}

/** Null where it is not known to the end. */
function usdOf(row: Costed): number | null {
  const { perRequest = null, complete = false } = row.cost === undefined ? row : (row.cost ?? {});
  return complete ? (row.batch?.total ?? perRequest) : null;
}
