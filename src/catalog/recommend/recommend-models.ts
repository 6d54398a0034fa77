import type { Requests, Usage } from "../cost/usage.ts";
import { verdictOf } from "../query/ceilings.ts";
import { ceilingsOf } from "../query/conditions.ts";
import { costOfRow, perRequestsOf } from "../query/cost-of-row.ts";
import type { FilteredCatalog, ModelFilter } from "../query/filter-fields.ts";
import type { Price } from "../words/price.ts";
import { type Candidates, cheapestOffers } from "./candidates.ts";
import { applyConstraints, type Limits, type Removed } from "./constraints.ts";
import { mixWeights, type Weights } from "./factors.ts";
import { inOrder, paretoFront } from "./front.ts";
import { type Scored, scoreCandidates } from "./score.ts";
import type { UseCase } from "./use-cases.ts";

export interface Wish extends Limits {
  useCase: UseCase;
  filter: ModelFilter;
  usage: Usage;
  requests?: Requests;
  /** USD a month for `usage` times `requests`. */
  maxMonthlyCost?: number;
  /** Weights of the person's own, 0 to 1. */
  weights?: Partial<Weights>;
  /** Whether offers at no charge are wanted: subscriptions, local servers and trials are among them. */
  withFree: boolean;
}

export interface Ranking {
  /** Best first: one row for each underlying model. */
  ranked: Scored[];
  /** Rows nobody beats in both cost and quality, cheapest first. */
  front: number[];
  removed: Removed[];
  weights: Weights;
}

/**
 * Chooses among all rows of a catalog: hard constraints first, then for each underlying model its cheapest offer,
 * then a score. Costs are in USD for `usage`. Depends on nothing but its arguments.
 */
export function recommendModels(catalog: FilteredCatalog, wish: Wish): Ranking {
  const { columns } = catalog;
  const { useCase, usage } = wish;
  const { rows, removed } = applyConstraints(catalog, wish.filter, useCase, wish);
  const priceOf = (row: number) => catalog.modelAt(row).price;
  const costs = perRequestsOf(columns, rows, usage, priceOf);
  const offers = { rows, costs, count: rows.length };
  removed.push(...keepAffordable(offers, judgeOf(catalog, wish, priceOf), wish));
  const weights = mixWeights(useCase.weights, wish.weights ?? {});
  const ranked = scoreCandidates(cheapestOffers(columns, offers), columns, useCase, weights);
  return { ranked, front: costQualityFront(ranked), removed, weights };
}

const unpriced = "no listed price";

/** Leaves in `offers` what may cost what it costs; gives how many others there were, the reason met first first. */
function keepAffordable(
  offers: Candidates,
  judge: ((row: number, perRequest: number) => string | undefined) | undefined,
  { filter: { includeUnpriced }, withFree }: Wish,
): Removed[] {
  const removed: Removed[] = [];
  const { rows, costs, count } = offers;
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] as number;
    const cost = costs[at] as number;
    let reason = judge?.(row, cost);
    if (reason === undefined && includeUnpriced !== true && Number.isNaN(cost)) reason = unpriced;
    if (reason === undefined && !withFree && cost === 0) {
      reason = "at no charge (--free looks among them)";
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

/** The ceiling a row is above, or why that is not known; undefined where no ceiling is asked for. */
function judgeOf(
  catalog: FilteredCatalog,
  { filter, usage, requests, maxMonthlyCost }: Wish,
  priceOf: (row: number) => Price | null,
): ((row: number, perRequest: number) => string | undefined) | undefined {
  const ceilings = ceilingsOf(catalog, filter);
  if (ceilings.length === 0 && maxMonthlyCost === undefined) return undefined;
  return (row) => {
    for (const { reason, test } of ceilings) {
      const verdict = verdictOf([test], row);
      if (verdict === "above") return reason;
      if (verdict === "unknown" && filter.includeUnpriced !== true) return unpriced;
    }
    if (maxMonthlyCost === undefined) return undefined;
    const { perMonth } = costOfRow(catalog.columns, row, usage, priceOf, requests);
    return (perMonth ?? 0) > maxMonthlyCost ? "--max-monthly-cost" : undefined;
  };
}

/** What is unknown in one of the two has no place in the picture. */
function costQualityFront(ranked: readonly Scored[]): number[] {
  const known = ranked
    .filter(({ perRequest, values }) => perRequest !== null && values.quality !== null)
    .sort((a, b) => a.row - b.row);
  const figures = new Float64Array(known.length * 2);
  known.forEach(({ perRequest, values }, at) => {
    figures[at * 2] = -(perRequest ?? 0);
    figures[at * 2 + 1] = values.quality ?? 0;
  });
  const points = { figures, width: 2 };
  const order = inOrder(points);
  const front = new Set(paretoFront(points, order));
  return Array.from(order)
    .filter((at) => front.has(at))
    .map((at) => (known[at] as Scored).row);
}
