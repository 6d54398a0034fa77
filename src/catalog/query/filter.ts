import { worstOf } from "./ceilings.ts";
import { ceilingsOf, conditionsOf, shownStatuses } from "./conditions.ts";
import type { FilteredCatalog, ModelFilter } from "./filter-fields.ts";
import { flagged, type Narrow } from "./narrow.ts";
import { allRows, someRows } from "./passing-rows.ts";

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
  const { rowCount, status } = catalog.columns;
  const shown = shownStatuses(catalog, filter);
  const passing = among === undefined ? allRows(rowCount) : someRows(among);
  // what is hidden unless asked for is counted, what was not asked for is not
  if (filter.status !== undefined) flagged(status, shown, 1)(passing);
  for (const { test } of conditionsOf(catalog, filter)) test(passing);
  const judge = worstOf(ceilingsOf(catalog, filter).map(({ test }) => test));
  const found: FilteredRows = { rows: [], hiddenDeprecated: 0, hiddenUnpriced: 0 };
  const { rows, count } = passing;
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] as number;
    const isVisible = shown[status[row] as number] === 1;
    const verdict = judge(row);
    if (verdict === "above") continue;
    if (verdict === "unknown" && filter.includeUnpriced !== true) {
      if (isVisible) found.hiddenUnpriced += 1;
    } else if (isVisible) found.rows.push(row);
    else found.hiddenDeprecated += 1;
  }
  return found;
}

/** Why a row does not pass, in the words of the flags; empty where it passes. */
export function explainHidden(
  catalog: FilteredCatalog,
  filter: ModelFilter,
  row: number,
): string[] {
  const fails = (test: Narrow): boolean => {
    const one = someRows([row]);
    test(one);
    return one.count === 0;
  };
  const reasons = conditionsOf(catalog, filter)
    .filter(({ test }) => fails(test))
    .map(({ reason }) => reason);
  if (fails(flagged(catalog.columns.status, shownStatuses(catalog, filter), 1))) {
    reasons.push(filter.status === undefined ? "it is deprecated" : "--status");
  }
  const verdict = worstOf(ceilingsOf(catalog, filter).map(({ test }) => test))(row);
  if (verdict === "above") reasons.push("it costs more");
  if (verdict === "unknown" && filter.includeUnpriced !== true)
    reasons.push("its price is unknown");
  return reasons;
}
