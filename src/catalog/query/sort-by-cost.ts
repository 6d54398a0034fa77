import type { Usage } from "../cost/usage.ts";
import { perRequestOf } from "./cost-of-row.ts";
import type { FilteredCatalog } from "./filter-fields.ts";

/** Rows by what a usage costs, cheapest first. Costs that are not fully known come last in both directions, ties by ref. */
export function sortByCost(
  rows: ArrayLike<number>,
  catalog: FilteredCatalog,
  usage: Usage,
  descending: boolean,
): number[] {
  const modelOf = (row: number) => catalog.modelAt(row);
  const sorted = Array.from(rows);
  const costs = new Map(
    sorted.map((row) => [row, perRequestOf(catalog.columns, row, usage, modelOf)]),
  );
  const sign = descending ? -1 : 1;
  return sorted.sort((a, b) => {
    const [left = null, right = null] = [costs.get(a), costs.get(b)];
    if (left === right) return a - b;
    if (left === null) return 1;
    return right === null ? -1 : sign * (left - right);
  });
}
