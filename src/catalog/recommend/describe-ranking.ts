import { type Cost, estimateCost } from "../cost/estimate-cost.ts";
import type { Usage } from "../cost/usage.ts";
import type { CatalogView } from "../view.ts";
import type { ModelInfo } from "../words/model.ts";
import type { Removed } from "./constraints.ts";
import type { Weights } from "./factors.ts";
import { explainScore, type Factor } from "./reasons.ts";
import type { Ranking, Wish } from "./recommend-models.ts";
import type { Scored } from "./score.ts";

export interface Recommendation {
  model: ModelInfo;
  /** 0 to 1. */
  score: number;
  cost: Cost;
  factors: Factor[];
}

/** What there is to say of a ranking. */
export interface DescribedRanking {
  /** What the costs are of, per request. */
  usage: Usage;
  weights: Weights;
  removed: Removed[];
  /** How many underlying models met all constraints. */
  candidates: number;
  /** Best first. */
  recommendations: Recommendation[];
  /** Refs nobody beats in both cost and quality, cheapest first. */
  front: string[];
  /** The models of the front, for a chart. */
  frontPoints: { ref: string; perRequest: number; quality: number }[];
}

type Asked = Pick<Wish, "useCase" | "usage" | "requests">;

/** Says of the best `most` what they are and why; whatever is read for that is read of no other. */
export function describeRanking(
  view: CatalogView,
  ranking: Ranking,
  wish: Asked,
  most: number,
): DescribedRanking {
  return {
    usage: wish.usage,
    weights: ranking.weights,
    removed: ranking.removed,
    candidates: ranking.ranked.length,
    recommendations: ranking.ranked
      .slice(0, most)
      .map((scored) => describe(view, scored, ranking.weights, wish)),
    ...frontOf(view, ranking),
  };
}

function describe(
  view: CatalogView,
  scored: Scored,
  weights: Weights,
  { useCase, usage, requests }: Asked,
): Recommendation {
  const model = view.modelAt(scored.row);
  const cost = estimateCost(model, usage, requests);
  const facts = view.factsAt(scored.row);
  const factors = explainScore(scored, weights, { model, facts, cost, useCase });
  return { model, score: Number(scored.score.toFixed(6)), cost, factors };
}

function frontOf(
  view: CatalogView,
  { front, ranked }: Ranking,
): Pick<DescribedRanking, "front" | "frontPoints"> {
  const byRow = new Map(ranked.map((one) => [one.row, one]));
  const frontPoints = front.map((row) => ({
    ref: view.modelAt(row).ref,
    perRequest: byRow.get(row)?.perRequest ?? 0,
    quality: Number((byRow.get(row)?.values.quality ?? 0).toFixed(4)),
  }));
  return { front: frontPoints.map(({ ref }) => ref), frontPoints };
}
