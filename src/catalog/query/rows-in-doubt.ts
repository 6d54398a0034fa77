import type { CatalogView } from "../view.ts";
import { conditionsOf, shownStatuses, valuesOf } from "./conditions.ts";
import type { FilteredCatalog } from "./filter-fields.ts";
import { flagged, type Narrow } from "./narrow.ts";
import { someRows } from "./passing-rows.ts";
import { type Chosen, valuesOfChoice } from "./rests-on.ts";
import { touches } from "../words/lost-values.ts";

/**
 * The rows whose place in an answer, or lack of one, rests on a value they lack because it is not understood: each with
 * those of the values that it lacks. `lost`: which rows lack what, of all of the catalog.
 */
export function rowsInDoubt(
  view: FilteredCatalog,
  lost: ReturnType<CatalogView["notUnderstood"]>,
  chosen: Chosen,
): Map<number, string[]> {
  const { filter } = chosen;
  const values = valuesOfChoice(chosen);
  const isAmong = lookUpIn(chosen, lost);
  const inDoubt = new Map<number, string[]>();
  for (const [value, rows] of lost) {
    if (!touches(value, values)) continue;
    for (const row of rows) {
      if (!isAmong(row)) continue;
      inDoubt.set(row, [...(inDoubt.get(row) ?? []), value]);
    }
  }
  if (inDoubt.size === 0) return inDoubt;
  const conditions = [
    ...conditionsOf(view, filter).map(({ name, test }) => ({ test, of: valuesOf(name, filter) })),
    { test: flagged(view.columns.status, shownStatuses(view, filter), 1), of: ["status"] },
  ];
  for (const [row, lacking] of inDoubt) {
    // what fails by another value was never in doubt
    const isSure = conditions.some(
      ({ test, of }) => !lacking.some((value) => touches(value, of)) && fails(row, test),
    );
    if (isSure) inDoubt.delete(row);
  }
  return inDoubt;
}

/** A few rows are looked up where they are listed: a set of thousands takes longer to make. */
function lookUpIn(
  { among, isAmong }: Chosen,
  lost: ReturnType<CatalogView["notUnderstood"]>,
): (row: number) => boolean {
  if (isAmong !== undefined) return isAmong;
  if (among === undefined) return () => true;
  let count = 0;
  for (const [, rows] of lost) count += rows.length;
  let listed: ReturnType<typeof among> | undefined;
  let set: Set<number> | undefined;
  return (row) => {
    listed ??= among();
    if (count <= mostListed) return listed.includes(row);
    set ??= new Set(listed);
    return set.has(row);
  };
}

const mostListed = 50;

function fails(row: number, test: Narrow): boolean {
  const one = someRows([row]);
  test(one);
  return one.count === 0;
}
