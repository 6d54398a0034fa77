import type { Benchmark, ModelFacts } from "../words/facts.ts";
import { compareText } from "../words/ref.ts";

interface Result {
  model: number;
  benchmark: number;
  /** Logit of the score. */
  value: number;
}

// with fewer models a benchmark cannot be told apart from the models it was run on
const fewestModels = 3;
const rounds = 120;
// one result at the middle besides its own: a single result is believed half
const shrinkage = 1;
// a benchmark tells models apart as much as others do, unless it says otherwise
const slopeShrinkage = 3;
const leastSlope = 0.3;

/**
 * One figure from 0 to 1 for what published results say of a model, whatever benchmarks it was run on.
 *
 * Scores of different benchmarks do not compare. Each is taken as the benchmark's ease plus the model's ability times
 * how much the benchmark tells models apart, on the logit scale (item response theory). Models that share benchmarks
 * tie these together.
 * Models without results are not in the map.
 */
export function abilities(facts: readonly ModelFacts[]): Map<string, number> {
  const ordered = [...facts].sort((a, b) => compareText(a.id, b.id));
  const results = collect(ordered);
  if (results.length === 0) return new Map();
  const ability = solve(results, ordered.length);
  const measured = [...new Set(results.map(({ model }) => model))].sort((a, b) => a - b);
  const scale = scaleOf(measured.map((model) => ability[model] as number));
  return new Map(
    measured.map((model) => [(ordered[model] as ModelFacts).id, scale(ability[model] as number)]),
  );
}

function collect(facts: readonly ModelFacts[]): Result[] {
  const byBenchmark = new Map<string, Map<number, number>>();
  facts.forEach(({ benchmarks }, model) => {
    for (const benchmark of benchmarks) {
      const key = keyOf(benchmark);
      const scores = byBenchmark.get(key) ?? new Map<number, number>();
      byBenchmark.set(key, scores);
      // of several settings the best says what the model can do
      scores.set(model, Math.max(scores.get(model) ?? 0, benchmark.score));
    }
  });
  const usable = [...byBenchmark].filter(([, scores]) => scores.size >= fewestModels);
  usable.sort(([a], [b]) => compareText(a, b));
  return usable.flatMap(([, scores], benchmark) =>
    [...scores].map(([model, score]): Result => ({ model, benchmark, value: logit(score) })),
  );
}

/** Another way of counting, or another program around the model, makes another benchmark. */
function keyOf({ name, metric, harness }: Benchmark): string {
  const plain = (text: string | null): string =>
    (text ?? "").toLowerCase().replaceAll(/[^a-z0-9]+/g, "");
  return `${plain(name)} ${plain(metric)} ${plain(harness)}`;
}

/** Scores are percentages or indexes up to 100. */
function logit(score: number): number {
  const share = Math.min(0.99, Math.max(0.01, score / 100));
  return Math.log(share / (1 - share));
}

/** Solved for by turns: how easy each benchmark is, how much it tells models apart, and what each model can do. */
function solve(results: readonly Result[], modelCount: number): Float64Array {
  let benchmarkCount = 0;
  for (const { benchmark } of results) benchmarkCount = Math.max(benchmarkCount, benchmark + 1);
  const ability = new Float64Array(modelCount);
  const ease = new Float64Array(benchmarkCount);
  const slope = new Float64Array(benchmarkCount).fill(1);
  const predicted = ({ model, benchmark }: Result): number =>
    (slope[benchmark] as number) * (ability[model] as number);
  for (let round = 0; round < rounds; round += 1) {
    fit(ease, results, {
      by: "benchmark",
      factor: () => 1,
      value: (result) => result.value - predicted(result),
      prior: 0,
      weight: 0,
    });
    // once abilities have spread
    if (round >= rounds / 4) {
      fit(slope, results, {
        by: "benchmark",
        factor: ({ model }) => ability[model] as number,
        value: ({ value, benchmark }) => value - (ease[benchmark] as number),
        prior: 1,
        weight: slopeShrinkage,
      });
      for (let at = 0; at < benchmarkCount; at += 1) {
        slope[at] = Math.max(leastSlope, slope[at] as number);
      }
    }
    fit(ability, results, {
      by: "model",
      factor: ({ benchmark }) => slope[benchmark] as number,
      value: ({ value, benchmark }) => value - (ease[benchmark] as number),
      prior: 0,
      weight: shrinkage,
    });
  }
  return ability;
}

interface Fit {
  by: "model" | "benchmark";
  factor(result: Result): number;
  value(result: Result): number;
  /** What is believed without any result, and how many results that belief is worth. */
  prior: number;
  weight: number;
}

/** Least squares: the figure that times the factor comes nearest to the values. */
function fit(target: Float64Array, results: readonly Result[], how: Fit): void {
  const products = new Float64Array(target.length).fill(how.prior * how.weight);
  const squares = new Float64Array(target.length).fill(how.weight);
  for (const result of results) {
    const at = result[how.by];
    const factor = how.factor(result);
    products[at] = (products[at] as number) + factor * how.value(result);
    squares[at] = (squares[at] as number) + factor * factor;
  }
  for (let at = 0; at < target.length; at += 1) {
    target[at] = squares[at] === 0 ? 0 : (products[at] as number) / (squares[at] as number);
  }
}

/** The strongest is 1, the weakest twentieth 0: a few very weak ones do not push all others together. */
function scaleOf(values: readonly number[]): (value: number) => number {
  const sorted = [...values].sort((a, b) => a - b);
  const edge = Math.floor(sorted.length / 20);
  const low = sorted[edge] as number;
  const high = sorted.at(-1) as number;
  if (high <= low) return () => 0.5;
  return (value) => Math.min(1, Math.max(0, (value - low) / (high - low)));
}
