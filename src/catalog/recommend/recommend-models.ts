import type { Requests, Usage } from "../cost/usage.ts";
import { verdictOf } from "../query/ceilings.ts";
import { ceilingsOf } from "../query/conditions.ts";
import { costOfRow, perRequestOf } from "../query/cost-of-row.ts";
import type { FilteredCatalog, ModelFilter } from "../query/filter-fields.ts";
import { cheapestOffers } from "./candidates.ts";
import { applyConstraints, type Limits, type Removed } from "./constraints.ts";
import { mixWeights, type Weights } from "./factors.ts";
import { paretoFront } from "./front.ts";
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
  const { useCase, filter, usage } = wish;
  const priceOf = (row: number) => catalog.modelAt(row).price;
  const { rows, removed } = applyConstraints(catalog, filter, useCase, wish);
  const costs = new Map<number, number>();
  const ceilings = ceilingsOf(catalog, filter);
  const affordable = rows.filter((row) => {
    const verdict = judge(row, wish);
    if (typeof verdict === "string") count(removed, verdict);
    else if (verdict !== undefined) costs.set(row, verdict);
    return typeof verdict !== "string";
  });
  const candidates = cheapestOffers(columns, affordable, (row) => costs.get(row) ?? null);
  const weights = mixWeights(useCase.weights, wish.weights ?? {});
  const ranked = scoreCandidates(candidates, columns, useCase, weights);
  return { ranked, front: costQualityFront(ranked), removed, weights };

  function count(counts: Removed[], constraint: string): void {
    const known = counts.find((one) => one.constraint === constraint);
    if (known === undefined) counts.push({ constraint, count: 1 });
    else known.count += 1;
  }

  /** The cost of a request; undefined where it is unknown but may stay; else the constraint it breaks. */
  function judge(
    row: number,
    { requests, maxMonthlyCost, withFree }: Wish,
  ): number | string | undefined {
    for (const { reason, test } of ceilings) {
      const verdict = verdictOf([test], row);
      if (verdict === "above") return reason;
      if (verdict === "unknown" && filter.includeUnpriced !== true) return "no listed price";
    }
    if (maxMonthlyCost !== undefined) {
      const { perMonth } = costOfRow(columns, row, usage, priceOf, requests);
      if ((perMonth ?? 0) > maxMonthlyCost) return "--max-monthly-cost";
    }
    const perRequest = perRequestOf(columns, row, usage, priceOf);
    if (perRequest === null) {
      return filter.includeUnpriced === true ? undefined : "no listed price";
    }
    return perRequest === 0 && !withFree ? "at no charge (--free looks among them)" : perRequest;
  }
}

/** What is unknown in one of the two has no place in the picture. */
function costQualityFront(ranked: readonly Scored[]): number[] {
  const known = ranked.filter(
    ({ perRequest, values }) => perRequest !== null && values.quality !== null,
  );
  const points = known.map(({ perRequest, values }) => [-(perRequest ?? 0), values.quality ?? 0]);
  return paretoFront(points)
    .map((at) => known[at] as Scored)
    .sort((a, b) => (a.perRequest ?? 0) - (b.perRequest ?? 0) || a.row - b.row)
    .map(({ row }) => row);
}
