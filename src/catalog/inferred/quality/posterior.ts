import type { Results } from "./results.ts";

/** What is thought of each group, and how far off that may be, as standard deviations. */
export interface Belief {
  values: Float64Array;
  spreads: Float64Array;
}

const mostRounds = 40;
// a hundredth of the smallest spread
const smallestMove = 0.003;
// one result is off by more than what is expected without any
const noise = 0.7;
// a result this many noises off counts half: one slip of a harness is not the model's
const halfAt = 1.7;
// all results of a model may favour it together: the same program around it, the same kind of task
const commonVariance = 0.2;
// a benchmark tells models apart as most do, unless two or three results of its own say otherwise
const usualSlope = 0.8;
const slopeWeight = 1.5;
const leastSlope = 0.3;

/**
 * Expectations with results on top: the logit of each score is taken as the ease of its benchmark and the quality of
 * the model, times how much the benchmark tells models apart. Both are solved for by turns. What is expected counts
 * for more than any one result.
 */
export function weighResults(
  { values: expected, spreads }: Belief,
  results: readonly Results[],
): Belief {
  const values = expected.slice();
  const logits = results.map(({ scores }) => Float64Array.from(scores, logit));
  const sums = new Float64Array(values.length);
  const weights = new Float64Array(values.length);
  const measured = [...new Set(results.flatMap(({ groups }) => groups))];
  for (let round = 0; round < mostRounds; round += 1) {
    let largest = 0;
    sums.fill(0);
    weights.fill(0);
    for (let at = 0; at < results.length; at += 1) {
      const { groups } = results[at] as Results;
      addShown(groups, logits[at] as Float64Array, { values, sums, weights });
    }
    for (const group of measured) {
      const weight = weights[group] as number;
      const ofResults = weight / (1 + commonVariance * weight);
      const ofPrior = 1 / (spreads[group] as number) ** 2;
      const mean = (sums[group] as number) / weight;
      const value =
        ((expected[group] as number) * ofPrior + mean * ofResults) / (ofPrior + ofResults);
      largest = Math.max(largest, Math.abs(value - (values[group] as number)));
      values[group] = value;
    }
    if (largest < smallestMove) break;
  }
  return {
    values,
    spreads: spreads.map((spread, group) => narrowed(spread, weights[group] as number)),
  };
}

/** What one benchmark shows of each of its models, by how much that is believed. */
function addShown(
  groups: readonly number[],
  logits: Float64Array,
  { values, sums, weights }: Record<"values" | "sums" | "weights", Float64Array>,
): void {
  const { ease, slope } = benchmarkLine(groups, logits, values);
  // with few models on it the benchmark's ease is as unsure as the result
  const weight = (1 - 1 / groups.length) / noise ** 2;
  for (let position = 0; position < groups.length; position += 1) {
    const group = groups[position] as number;
    const shown = ((logits[position] as number) - ease) / slope;
    const off = (shown - (values[group] as number)) / noise;
    const believed = weight / (1 + (off / halfAt) ** 2);
    sums[group] = (sums[group] as number) + believed * shown;
    weights[group] = (weights[group] as number) + believed;
  }
}

function narrowed(spread: number, weight: number): number {
  return 1 / Math.sqrt(1 / spread ** 2 + weight / (1 + commonVariance * weight));
}

/** The line of one benchmark's results through what is thought of its models. */
function benchmarkLine(
  groups: readonly number[],
  logits: Float64Array,
  values: Float64Array,
): { ease: number; slope: number } {
  let meanValue = 0;
  let meanLogit = 0;
  for (let position = 0; position < groups.length; position += 1) {
    meanValue += (values[groups[position] as number] as number) / groups.length;
    meanLogit += (logits[position] as number) / groups.length;
  }
  let products = usualSlope * slopeWeight;
  let squares = slopeWeight;
  for (let position = 0; position < groups.length; position += 1) {
    const off = (values[groups[position] as number] as number) - meanValue;
    products += off * ((logits[position] as number) - meanLogit);
    squares += off * off;
  }
  const slope = Math.max(leastSlope, products / squares);
  return { ease: meanLogit - slope * meanValue, slope };
}

/** Scores are percentages or indexes up to 100. */
function logit(score: number): number {
  const share = Math.min(0.99, Math.max(0.01, score / 100));
  return Math.log(share / (1 - share));
}
