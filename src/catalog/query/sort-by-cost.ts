import type { Usage } from "../cost/usage.ts";
import { freedoms } from "../words/freedoms.ts";
import { perRequestOf } from "./cost-of-row.ts";
import type { FilteredCatalog } from "./filter-fields.ts";

const ofPlan = freedoms.indexOf("plan");
const ofThisMachine = freedoms.indexOf("local");

/**
 * Rows by what a usage costs, cheapest first. Costs that are not fully known come last in both directions, and so does
 * what is listed at 0 because it is sold in a plan or runs on one's own machine; ties by ref.
 */
export function sortByCost(
  rows: ArrayLike<number>,
  catalog: FilteredCatalog,
  usage: Usage,
  descending: boolean,
): number[] {
  const { columns } = catalog;
  const isRanked = (row: number): boolean => {
    const free = columns.free[row];
    return free !== ofPlan && free !== ofThisMachine;
  };
  const modelOf = (row: number) => catalog.modelAt(row);
  const sorted = Array.from(rows);
  const costs = new Map(
    sorted.map((row) => [row, isRanked(row) ? perRequestOf(columns, row, usage, modelOf) : null]),
  );
  const sign = descending ? -1 : 1;
  return sorted.sort((a, b) => {
    const [left = null, right = null] = [costs.get(a), costs.get(b)];
    if (left === right) return a - b;
    if (left === null) return 1;
    return right === null ? -1 : sign * (left - right);
  });
}
