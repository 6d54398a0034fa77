import { type Described, terms } from "../../src/catalog/inferred/quality/terms.ts";
import type { DescribedModel } from "../../src/catalog/inferred/quality/describe.ts";
import { solve } from "./linear.ts";

/** What a fit makes of the terms, in their order. */
export interface Fit {
  coefficients: number[];
  intercept: number;
}

// keeps terms that few pairs speak of small; 1 to 6 make no difference that is larger than that of two draws of models
const ridge = 3;
const steps = 30;
// a spread of quality is some five units of the regression; a few turns find how many
const firstUnit = 5;
const turns = 8;

/**
 * Coefficients at which the better model of each pair is expected to be better (logistic regression on differences,
 * shrunk towards 0), in units of the spread of all `models`, whose mean is 0. Those that are set stay as they are.
 */
export function fitTerms(
  models: readonly DescribedModel[],
  pairs: readonly { better: number; worse: number }[],
): Fit {
  const features = new Map(models.map((model) => [model.group, valuesOf(model)]));
  const inPairs = [...new Set(pairs.flatMap(({ better, worse }) => [better, worse]))];
  const scales = terms.map(({ isSet }, at) =>
    isSet === true
      ? Number.POSITIVE_INFINITY
      : spreadOf(inPairs.map((group) => (features.get(group) as number[])[at] as number)),
  );
  const differences = pairs.map(({ better, worse }) => {
    const [one, other] = [features.get(better) as number[], features.get(worse) as number[]];
    return one.map((value, at) => value - (other[at] as number));
  });
  const scaled = differences.map((values) =>
    values.map((value, at) => value / (scales[at] as number)),
  );
  let fit: Fit = { coefficients: [], intercept: 0 };
  let unit = firstUnit;
  for (let turn = 0; turn < turns; turn += 1) {
    // what is set is known in units of quality, and the regression has one of its own
    const set = terms.map(({ isSet, coefficient }) => (isSet === true ? coefficient * unit : 0));
    const offsets = differences.map((values) => dot(set, values));
    const weights = regress(scaled, offsets).map(
      (weight, at) => weight / (scales[at] as number) + (set[at] as number),
    );
    const all = models.map(({ group }) => dot(weights, features.get(group) as number[]));
    unit = spreadOf(all);
    fit = {
      coefficients: weights.map((weight) => weight / unit),
      intercept: -meanOf(all) / unit,
    };
  }
  return fit;
}

export function expectationBy({ coefficients, intercept }: Fit): (model: Described) => number {
  return (model) => intercept + dot(coefficients, valuesOf(model));
}

function valuesOf(model: Described): number[] {
  return terms.map(({ value }) => value(model));
}

/** Newton's method; with a ridge there is one optimum. */
function regress(differences: readonly number[][], offsets: readonly number[]): number[] {
  let weights = terms.map(() => 0);
  for (let step = 0; step < steps; step += 1) {
    const gradient = weights.map((weight) => -ridge * weight);
    const curvature = weights.map((_, row) => weights.map((__, at) => (row === at ? ridge : 0)));
    for (const [of, difference] of differences.entries()) {
      const doubt = 1 / (1 + Math.exp(dot(weights, difference) + (offsets[of] as number)));
      difference.forEach((one, row) => {
        gradient[row] = (gradient[row] as number) + doubt * one;
        const line = curvature[row] as number[];
        difference.forEach((other, at) => {
          line[at] = (line[at] as number) + doubt * (1 - doubt) * one * other;
        });
      });
    }
    const move = solve(curvature, gradient);
    weights = weights.map((weight, at) => weight + (move[at] as number));
    if (move.every((by) => Math.abs(by) < 1e-9)) break;
  }
  return weights;
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] as number), 0);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Standard deviation; 1 where all are alike. */
function spreadOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2))) || 1;
}
