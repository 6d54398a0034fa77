import { estimateCost } from "../cost/estimate-cost.ts";
import type { Usage } from "../cost/usage.ts";
import { marksIn } from "../words/marks.ts";
import type { CatalogView } from "../view.ts";
import type { Removed } from "./constraints.ts";
import { roundedEvidence } from "./evidence.ts";
import { demandOf } from "../cost/fit.ts";
import { reasonOfBand, reasonOfCost, reasonOfFacts, reasonOfQuality } from "./reasons.ts";
import type { Recommendation } from "./recommendation.ts";
import type { Placed, Ranking, Wish } from "./recommend-models.ts";
import { othersOf } from "./others.ts";
import { describeOffer, reasonsOfOffer } from "./shown-offer.ts";
import { type Weights, widthOf } from "./weights.ts";

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
  /** Refs nobody beats in both what they cost and their figure, cheapest first, whatever is at hand. */
  front: string[];
  /** The models of the front, for a chart. */
  frontPoints: { ref: string; perRequest: number; quality: number }[];
}

export type Asked = Pick<Wish, "usage" | "requests" | "isUsualUsage" | "useCase">;

/** Says of the best `most` what they are and why; whatever is read for that is read of no other. */
export function describeRanking(
  view: CatalogView,
  ranking: Ranking,
  wish: Asked,
  most: number,
): DescribedRanking {
  const { weights, removed, ranked } = ranking;
  const frontPoints = ranking.front.map(({ row, perRequest, quality }) => ({
    ref: view.modelAt(row).ref,
    perRequest,
    quality: Number(quality.toFixed(2)),
  }));
  return {
    usage: wish.usage,
    weights,
    removed,
    candidates: ranking.candidates,
    recommendations: ranked.slice(0, most).map((one) => describe(view, one, weights, wish)),
    front: frontPoints.map(({ ref }) => ref),
    frontPoints,
  };
}

function describe(
  view: CatalogView,
  placed: Placed,
  weights: Weights,
  wish: Asked,
): Recommendation {
  const { columns } = view;
  const { row, deciding } = placed;
  const { usage, requests } = wish;
  const demand = demandOf(usage, wish.isUsualUsage === true ? "input" : "both");
  const offer = describeOffer(view.modelAt(row), placed.why, {
    usage,
    demand,
    ...(requests === undefined ? {} : { requests }),
  });
  const { cheapestRow } = placed;
  const cheapest = cheapestRow === undefined ? undefined : view.modelAt(cheapestRow);
  const evidence = wish.useCase.kind === "chat" ? view.evidenceAt(row) : null;
  const figures = evidence && roundedEvidence(evidence);
  const own = marksIn(columns.marks[row] as number);
  const others = othersOf({
    ref: offer.model.ref,
    marks: own,
    cheapest: cheapest?.ref,
  });
  const refAt = (other: number): string => view.modelAt(other).ref;
  return {
    ...offer,
    cheapest: cheapest
      ? { ref: cheapest.ref, cost: estimateCost(cheapest, usage, requests) }
      : null,
    quality: figures?.quality ?? null,
    evidence: figures?.evidence ?? null,
    band: placed.band,
    deciding,
    marks: own,
    reasons: [
      ...(figures ? [reasonOfQuality(figures.quality, figures.evidence)] : []),
      ...(wish.useCase.kind === "chat" ? [] : [reasonOfFacts(columns, wish.useCase.kind, placed)]),
      ...(wish.useCase.kind === "chat"
        ? [reasonOfBand(columns, refAt, placed, widthOf(weights))]
        : []),
      // where cost alone counts, it does among pictures, too
      reasonOfCost(placed, wish.useCase.kind !== "chat" && Number.isFinite(widthOf(weights))),
      ...reasonsOfOffer(offer, demand, others, own.length > 0),
    ],
  };
}
