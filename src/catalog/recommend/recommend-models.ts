import { perRequestsOf } from "../query/cost-of-row.ts";
import type { FilteredCatalog } from "../query/filter-fields.ts";
import { type Budget, keepAffordable } from "./affordable.ts";
import { cheapestOffers } from "./candidates.ts";
import { applyConstraints, type Constrained, type Limits, type Removed } from "./constraints.ts";
import { mixWeights, type Weights } from "./factors.ts";
import { type Scores, scoreCandidates } from "./score.ts";
import type { UseCase } from "./use-cases.ts";

export interface Wish extends Limits, Budget {
  useCase: UseCase;
  /** Weights of the person's own, 0 to 1. */
  weights?: Partial<Weights>;
  /** `usableRows`, where they are known; theirs who asks, and used up. */
  usable?: Constrained;
}

/** One row for each underlying model. */
export interface Ranking extends Scores {
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
  const { rows, removed } = applyConstraints(catalog, wish.filter, useCase, wish, wish.usable);
  const costs = perRequestsOf(columns, rows, usage, (row) => catalog.modelAt(row));
  const offers = { rows, costs, count: rows.length };
  removed.push(...keepAffordable(catalog, offers, wish));
  const weights = mixWeights(useCase.weights, wish.weights ?? {});
  const scores = scoreCandidates(cheapestOffers(columns, offers), columns, useCase, weights);
  return { ...scores, removed, weights };
}
