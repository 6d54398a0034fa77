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
  const usage = filter.maxCost?.usage ?? asked;
  if (usage === undefined && ceilings.length === 0) {
    const hiddenDeprecated = leftOutBy(passing, flagged(status, shown, 1));
    const others = { hiddenUnpriced: 0, hiddenPlanned: 0, hiddenUnfit: 0 };
    return { rows: listed(passing), hiddenDeprecated, ...others };
  }
  // what is not shown goes the same way beside what is, so that neither has to be counted before and after each step
  const fits = usage === undefined ? undefined : fittingFor(catalog, usage);
  const hidden = fits === undefined ? undefined : takeHidden(passing, status, shown);
  const hiddenUnfit = fits === undefined ? 0 : leftOutBy(passing, fits);
  if (fits !== undefined && hidden !== undefined) fits(hidden);
  const unknown = new Set<number>();
  leaveOutAbove(passing, ceilings, unknown);
  if (hidden !== undefined) leaveOutAbove(hidden, ceilings, unknown);
  const notShown = hidden ?? takeHidden(passing, status, shown);
  const withUnknown = filter.includeUnpriced === true;
  const keepListed = withUnknown ? nothing : listedIn(ceilings, unknown);
  const keepBought =
    ceilings.length === 0 || withUnknown || isOfAPlan(filter)
      ? nothing
      : flagged(catalog.columns.free, otherThanPlans, 1);
  const hiddenUnpriced = leftOutBy(passing, keepListed);
  const hiddenPlanned = leftOutBy(passing, keepBought);
  keepListed(notShown);
  keepBought(notShown);
  const hiddenDeprecated = notShown.count;
  return { rows: listed(passing), hiddenDeprecated, hiddenUnpriced, hiddenPlanned, hiddenUnfit };
}

const nothing: Narrow = () => undefined;

/** How many a condition leaves out. */
function leftOutBy(passing: PassingRows, test: Narrow): number {
  const { count } = passing;
  test(passing);
  return count - passing.count;
}

/** Leaves what is shown in `passing`, and gives the others. */
function takeHidden(passing: PassingRows, status: Uint8Array, shown: Uint8Array): PassingRows {
  const hidden = someRows(listed(passing));
  flagged(status, shown, 0)(hidden);
  flagged(status, shown, 1)(passing);
  return hidden;
}

/** Leaves out what cannot take the usage. */
function fittingFor({ columns }: FilteredCatalog, usage: Usage): Narrow {
  const demand = demandOf(usage);
  const tests = limitNames.map((limit) => fitting(columns, demand, limit));
  return (passing) => {
    for (const test of tests) test(passing);
  };
}

/** Leaves out what is above a ceiling, and notes what is unknown where that takes more than a column. */
function leaveOutAbove(
  passing: PassingRows,
  ceilings: readonly Ceiling[],
  unknown: Set<number>,
): void {
  // most of what fails is left out without a call for each row
  for (const ceiling of ceilings) {
    if ("column" in ceiling) notAbove(ceiling.column, ceiling.bound)(passing);
  }
  const others = ceilings.filter((ceiling) => "judge" in ceiling);
  if (others.length > 0) judgeEach(passing, others, unknown);
}

/** Leaves out what is unknown. */
function listedIn(ceilings: readonly Ceiling[], unknown: ReadonlySet<number>): Narrow {
  return (passing) => {
    for (const ceiling of ceilings) if ("column" in ceiling) known(ceiling.column)(passing);
    if (unknown.size > 0) leaveOut(passing, unknown);
  };
}

/** Whoever names who sells it, or has a key of theirs, has the plan: to them it costs nothing more. */
function isOfAPlan({ provider, configured }: ModelFilter): boolean {
  return provider !== undefined || configured !== undefined;
}

const otherThanPlans = Uint8Array.from(freedoms, (freedom) => (freedom === "plan" ? 0 : 1));

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
