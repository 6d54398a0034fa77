import { worstOf } from "./ceilings.ts";
import { ceilingsOf, conditionsOf, visibleRows } from "./conditions.ts";
import type { FilteredCatalog, ModelFilter } from "./filter-fields.ts";
import type { Narrow } from "./narrow.ts";

export interface FilteredRows {
  /** Rows that pass. */
  rows: number[];
  /** Rows that pass everything else and are left out only because they are deprecated. */
  hiddenDeprecated: number;
  /** Rows that pass everything else and are left out only because their price is not listed. */
  hiddenUnpriced: number;
}

/**
 * The rows that pass, of all rows or of those given, in the order given. A model is read only where its price is
 * needed, and only for rows that passed everything else.
 */
export function filterRows(
  catalog: FilteredCatalog,
  filter: ModelFilter,
  among?: readonly number[],
): FilteredRows {
  const { rowCount } = catalog.columns;
  const passing = rowsPassing(
    rowCount,
    conditionsOf(catalog, filter).map(({ test }) => test),
  );
  const visible = visibleRows(catalog, filter);
  const judge = worstOf(ceilingsOf(catalog, filter).map(({ test }) => test));
  const found: FilteredRows = { rows: [], hiddenDeprecated: 0, hiddenUnpriced: 0 };
  const count = among?.length ?? rowCount;
  for (let position = 0; position < count; position += 1) {
    const row = among === undefined ? position : (among[position] as number);
    if (passing[row] === 0) continue;
    const isVisible = visible[row] === 1;
    if (!isVisible && filter.status !== undefined) continue;
    const verdict = judge(row);
    if (verdict === "above") continue;
    if (verdict === "unknown" && filter.includeUnpriced !== true) {
      if (isVisible) found.hiddenUnpriced += 1;
    } else if (isVisible) found.rows.push(row);
    else found.hiddenDeprecated += 1;
  }
  return found;
}

function rowsPassing(rowCount: number, tests: readonly Narrow[]): Uint8Array {
  const passing = new Uint8Array(rowCount).fill(1);
  for (const narrow of tests) narrow(passing);
  return passing;
}

/** Why a row does not pass, in the words of the flags; empty where it passes. */
export function explainHidden(
  catalog: FilteredCatalog,
  filter: ModelFilter,
  row: number,
): string[] {
  const { rowCount } = catalog.columns;
  const reasons = conditionsOf(catalog, filter)
    .filter(({ test }) => rowsPassing(rowCount, [test])[row] === 0)
    .map(({ reason }) => reason);
  if (visibleRows(catalog, filter)[row] === 0) {
    reasons.push(filter.status === undefined ? "it is deprecated" : "--status");
  }
  const verdict = worstOf(ceilingsOf(catalog, filter).map(({ test }) => test))(row);
  if (verdict === "above") reasons.push("it costs more");
  if (verdict === "unknown" && filter.includeUnpriced !== true)
    reasons.push("its price is unknown");
  return reasons;
}
