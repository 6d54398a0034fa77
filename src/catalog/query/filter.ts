import { freedoms } from "../words/freedoms.ts";
import { demandOf, limitNames } from "../cost/fit.ts";
import type { Usage } from "../cost/usage.ts";
import { type Ceiling, verdictOf } from "./ceilings.ts";
import { ceilingsOf, conditionsOf, shownStatuses } from "./conditions.ts";
import type { FilteredCatalog, ModelFilter } from "./filter-fields.ts";
import { fitting, limitsExceeded } from "./fitting.ts";
import { flagged, known, type Narrow, notAbove } from "./narrow.ts";
import { allRows, listed, type PassingRows, someRows } from "./passing-rows.ts";

export interface FilteredRows {
  /** Rows that pass. */
  rows: Uint32Array;
  /** Rows that pass everything else and are left out only because they are deprecated. */
  hiddenDeprecated: number;
  /** Rows that pass everything else and are left out only because their price is not listed. */
  hiddenUnpriced: number;
  /** Rows that pass everything else and are left out only because they are sold in a plan: a 0 there is no price. */
  hiddenPlanned: number;
  /** Rows that pass everything else, ceilings apart, and cannot take a request of the usage. */
  hiddenUnfit: number;
}

/**
 * The rows that pass, of all rows or of those given, in the order given. A model is read only where its price is
 * needed, and only for rows that passed everything else. A usage that has to be paid for, or is `asked` about, has to fit.
 */
export function filterRows(
  catalog: FilteredCatalog,
  filter: ModelFilter,
  among?: ArrayLike<number>,
  asked?: Usage,
): FilteredRows {
  const { rowCount, status } = catalog.columns;
  const shown = shownStatuses(catalog, filter);
  const passing = among === undefined ? allRows(rowCount) : someRows(among);
  // what is hidden unless asked for is counted, what was not asked for is not
  if (filter.status !== undefined) flagged(status, shown, 1)(passing);
  for (const { test } of conditionsOf(catalog, filter)) test(passing);
  const ceilings = ceilingsOf(catalog, filter).map(({ test }) => test);
  const isVisible = flagged(status, shown, 1);
  const usage = filter.maxCost?.usage ?? asked;
  const hiddenUnfit = usage === undefined ? 0 : keepFitting(passing, catalog, usage, isVisible);
  const withUnknown = filter.includeUnpriced === true;
  const hiddenUnpriced =
    ceilings.length === 0 ? 0 : keepWithin(passing, ceilings, isVisible, withUnknown);
  const hiddenPlanned =
    ceilings.length === 0 || withUnknown || isOfAPlan(filter)
      ? 0
      : leaveOutPlans(passing, catalog, isVisible);
  const { count } = passing;
  isVisible(passing);
  const hiddenDeprecated = count - passing.count;
  return { rows: listed(passing), hiddenDeprecated, hiddenUnpriced, hiddenPlanned, hiddenUnfit };
}

/** Leaves out what cannot take the usage; gives how many of those are visible. */
function keepFitting(
  passing: PassingRows,
  { columns }: FilteredCatalog,
  usage: Usage,
  isVisible: Narrow,
): number {
  const before = countVisible(passing, isVisible);
  const demand = demandOf(usage);
  for (const limit of limitNames) fitting(columns, demand, limit)(passing);
  return before - countVisible(passing, isVisible);
}

/** Leaves out what is above a ceiling, and what is unknown; gives how many of those are visible. */
function keepWithin(
  passing: PassingRows,
  ceilings: readonly Ceiling[],
  isVisible: Narrow,
  withUnknown: boolean,
): number {
  // most of what fails is left out without a call for each row
  for (const ceiling of ceilings) {
    if ("column" in ceiling) notAbove(ceiling.column, ceiling.bound)(passing);
  }
  const others = ceilings.filter((ceiling) => "judge" in ceiling);
  const unknown = new Set<number>();
  if (others.length > 0) judgeEach(passing, others, unknown);
  if (withUnknown) return 0;
  const visible = countVisible(passing, isVisible);
  for (const ceiling of ceilings) if ("column" in ceiling) known(ceiling.column)(passing);
  if (unknown.size > 0) leaveOut(passing, unknown);
  return visible - countVisible(passing, isVisible);
}

/** Whoever names who sells it, or has a key of theirs, has the plan: to them it costs nothing more. */
function isOfAPlan({ provider, configured }: ModelFilter): boolean {
  return provider !== undefined || configured !== undefined;
}

const otherThanPlans = Uint8Array.from(freedoms, (freedom) => (freedom === "plan" ? 0 : 1));

/** Leaves out what is sold in a plan; gives how many of those are visible. */
function leaveOutPlans(
  passing: PassingRows,
  { columns }: FilteredCatalog,
  isVisible: Narrow,
): number {
  const before = countVisible(passing, isVisible);
  flagged(columns.free, otherThanPlans, 1)(passing);
  return before - countVisible(passing, isVisible);
}

/** How many would be shown. */
function countVisible(passing: PassingRows, isVisible: Narrow): number {
  const copy = someRows(listed(passing));
  isVisible(copy);
  return copy.count;
}

/** Leaves out what is above a ceiling, and notes what is unknown. */
function judgeEach(passing: PassingRows, ceilings: readonly Ceiling[], unknown: Set<number>): void {
  const rows = listed(passing);
  let kept = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as number;
    const verdict = verdictOf(ceilings, row);
    if (verdict === "above") continue;
    if (verdict === "unknown") unknown.add(row);
    rows[kept] = row;
    kept += 1;
  }
  passing.count = kept;
}

function leaveOut(passing: PassingRows, out: ReadonlySet<number>): void {
  const rows = listed(passing);
  const others = rows.filter((row) => !out.has(row));
  rows.set(others);
  passing.count = others.length;
}

/** Why a row does not pass, in the words of the flags; empty where it passes. */
export function explainHidden(
  catalog: FilteredCatalog,
  filter: ModelFilter,
  row: number,
  asked?: Usage,
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
  const usage = filter.maxCost?.usage ?? asked;
  const exceeded = usage === undefined ? [] : limitsExceeded(catalog.columns, demandOf(usage), row);
  reasons.push(...exceeded.map((limit) => `the usage exceeds its ${limit} limit`));
  const verdict = verdictOf(
    ceilingsOf(catalog, filter).map(({ test }) => test),
    row,
  );
  if (verdict === "above") reasons.push("it costs more");
  if (filter.includeUnpriced === true) return reasons;
  if (verdict === "unknown") reasons.push("its price is unknown");
  const isPlan = catalog.columns.free[row] === freedoms.indexOf("plan");
  const hasCeiling = ceilingsOf(catalog, filter).length > 0;
  if (isPlan && hasCeiling && !isOfAPlan(filter)) reasons.push("it is sold in a plan");
  return reasons;
}
