import { daysPerMonth, type Requests, type Usage } from "../cost/usage.ts";
import { verdictOf } from "../query/ceilings.ts";
import { ceilingsOf } from "../query/conditions.ts";
import { costOfRow } from "../query/cost-of-row.ts";
import type { FilteredCatalog, ModelFilter } from "../query/filter-fields.ts";
import type { Candidates } from "./candidates.ts";
import type { Removed } from "./constraints.ts";

/** What a recommendation may cost. */
export interface Budget {
  filter: ModelFilter;
  usage: Usage;
  requests?: Requests;
  /** USD a month for `usage` times `requests`. */
  maxMonthlyCost?: number;
  /** Whether offers at no charge are wanted: subscriptions, local servers and trials are among them. */
  withFree: boolean;
}

const unpriced = "no listed price";
const free = "at no charge (--free looks among them)";

/** Leaves in `offers` what may cost what it costs; gives how many others there were, the reason met first first. */
export function keepAffordable(
  catalog: FilteredCatalog,
  offers: Candidates,
  budget: Budget,
): Removed[] {
  const { filter, withFree } = budget;
  const mayBeUnpriced = filter.includeUnpriced === true;
  const judge = judgeOf(catalog, budget);
  const removed: Removed[] = [];
  const { rows, costs, count } = offers;
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] as number;
    const cost = costs[at] as number;
    let reason = judge?.(row, cost);
    if (reason === undefined) {
      if (Number.isNaN(cost) && !mayBeUnpriced) reason = unpriced;
      else if (cost === 0 && !withFree) reason = free;
    }
    if (reason === undefined) {
      rows[kept] = row;
      costs[kept] = cost;
      kept += 1;
    } else tally(removed, reason);
  }
  offers.count = kept;
  return removed;
}

function tally(removed: Removed[], constraint: string): void {
  const known = removed.find((one) => one.constraint === constraint);
  if (known === undefined) removed.push({ constraint, count: 1 });
  else known.count += 1;
}

/** The ceiling a row is above, or why that cannot be told. */
type Judge = (row: number, perRequest: number) => string | undefined;

/** Undefined where no ceiling is asked for. */
function judgeOf(catalog: FilteredCatalog, budget: Budget): Judge | undefined {
  const { filter, maxMonthlyCost } = budget;
  const ceilings = ceilingsOf(catalog, filter).map(({ reason, test }) => ({
    reason,
    tests: [test],
  }));
  if (ceilings.length === 0 && maxMonthlyCost === undefined) return undefined;
  return (row, perRequest) => {
    for (const { reason, tests } of ceilings) {
      const verdict = verdictOf(tests, row);
      if (verdict === "above") return reason;
      if (verdict === "unknown" && filter.includeUnpriced !== true) return unpriced;
    }
    const isAbove =
      maxMonthlyCost !== undefined && costsMore(catalog, row, perRequest, maxMonthlyCost, budget);
    return isAbove ? "--max-monthly-cost" : undefined;
  };
}

// far more than a float is out by
const close = 1e-6;

function costsMore(
  catalog: FilteredCatalog,
  row: number,
  perRequest: number,
  ceiling: number,
  { usage, requests }: Budget,
): boolean {
  if (requests === undefined) return false;
  const about = perRequest * requests.count * (requests.per === "day" ? daysPerMonth : 1);
  if (about < ceiling * (1 - close)) return false;
  if (about > ceiling * (1 + close)) return true;
  // to the last digit, or of the parts whose price is listed
  const modelOf = () => catalog.modelAt(row);
  return (costOfRow(catalog.columns, row, usage, modelOf, requests).perMonth ?? 0) > ceiling;
}
