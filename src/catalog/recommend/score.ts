import type { Columns } from "../prepared/columns.ts";
import type { Candidates } from "./candidates.ts";
import { costScale } from "./cost-scale.ts";
import { factorNames, middle, type Weights } from "./factors.ts";
import { inOrder, paretoFront, undominated } from "./front.ts";
import type { UseCase } from "./use-cases.ts";
import { valuesOf } from "./values.ts";

/** The offer that stands for an underlying model, and what is thought of it. */
export interface Scored {
  row: number;
  /** USD for the usage; null where the price is not listed, or only in part. */
  perRequest: number | null;
  score: number;
  /** By factor, 0 to 1; `null`: not known, counted as the middle. */
  values: Record<keyof Weights, number | null>;
}

export interface Scores {
  /** Best first. */
  ranked: Scored[];
  /** Rows nobody beats in both cost and quality, cheapest first; what is unknown in one of the two is not among them. */
  front: number[];
}

const width = factorNames.length;
const quality = factorNames.indexOf("quality");

/**
 * Scores candidates. Equal scores go by the factors one after the other, then in the order given: what is better in
 * anything and worse in nothing never ranks below. The scale of costs is made of candidates that no other dominates:
 * adding one that is dominated changes no score.
 */
export function scoreCandidates(
  candidates: Candidates,
  columns: Columns,
  useCase: UseCase,
  weights: Weights,
): Scores {
  const { rows, costs, count } = candidates;
  const values = valuesOf(candidates, columns, useCase);
  const figures = new Float64Array(values.length);
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number;
    figures[at] = Number.isNaN(value) ? middle : value;
  }
  for (let at = 0; at < count; at += 1) {
    const cost = costs[at] as number;
    figures[at * width] = Number.isNaN(cost) ? Number.NEGATIVE_INFINITY : -cost;
  }
  const points = { figures, width };
  const order = inOrder(points);
  const onFront = paretoFront(points, order).map((at) => costs[at] as number);
  const scale = costScale(onFront.filter((cost) => !Number.isNaN(cost)));
  const front = undominated(order, costs, (at) => values[at * width + quality] as number);
  const inTurn = factorNames.map((name) => weights[name]);
  const scores = new Float64Array(count);
  for (let at = 0; at < count; at += 1) {
    const first = at * width;
    const cost = costs[at] as number;
    values[first] = Number.isNaN(cost) ? cost : scale(cost);
    figures[first] = Number.isNaN(cost) ? middle : values[first];
    let score = 0;
    for (let factor = 0; factor < width; factor += 1) {
      score += (inTurn[factor] as number) * (figures[first + factor] as number);
    }
    scores[at] = score;
  }
  // what scores the same stays in the order it has
  order.sort((a, b) => (scores[b] as number) - (scores[a] as number));
  const ranked = Array.from(order, (at) => ({
    row: rows[at] as number,
    perRequest: orNull(costs[at] as number),
    score: scores[at] as number,
    values: named(values, at * width),
  }));
  return { ranked, front: front.map((at) => rows[at] as number) };
}

function orNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

function named(values: Float64Array, first: number): Scored["values"] {
  return {
    cost: orNull(values[first]),
    quality: orNull(values[first + 1]),
    recency: orNull(values[first + 2]),
    limits: orNull(values[first + 3]),
    fit: orNull(values[first + 4]),
    status: orNull(values[first + 5]),
  };
}
