import type { Evidence } from "../prepared/group.ts";
import { type Quality, roundedFigure } from "../words/quality.ts";
import type { QualityEvidence } from "./recommendation.ts";

/** Figures with two digits that still add up: each is what it adds to the rounded sum of those before it. */
export function roundedEvidence(evidence: Evidence): {
  quality: Quality;
  evidence: QualityEvidence;
} {
  const { value, spread, label, start, grounds, moved, results } = evidence;
  let sum = 0;
  let shown = 0;
  const added = (points: number): number => {
    sum += points;
    const step = roundedFigure(roundedFigure(sum) - shown);
    shown = roundedFigure(sum);
    return step;
  };
  const rest = {
    start: added(start),
    grounds: grounds.map(({ name, points }) => ({ name, points: added(points) })),
    moved: added(moved),
  };
  const quality = { value: roundedFigure(value), spread: roundedFigure(spread), label };
  return {
    quality: { ...quality, results: results.length },
    evidence: { ...rest, results: results.map(({ benchmark, score }) => ({ benchmark, score })) },
  };
}
