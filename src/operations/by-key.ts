import { type SortKey, sortRows } from "../catalog/query/sort.ts";
import type { CatalogView } from "../catalog/view.ts";

/** Rows of an answer in an order of the columns. `rowOf` gives the number of a row in the catalog. */
export function byKey<Row>(
  rows: readonly Row[],
  { view, rowOf }: { view: Pick<CatalogView, "columns">; rowOf(row: Row): number },
  key: SortKey,
  descending: boolean,
): Row[] {
  const byRow = new Map(rows.map((row) => [rowOf(row), row]));
  return sortRows([...byRow.keys()], view.columns, key, descending).map(
    (row) => byRow.get(row) as Row,
  );
}
