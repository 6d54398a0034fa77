import type { Benchmark, ModelFacts } from "../words/facts.ts";
import { compareText } from "../words/ref.ts";

/** Published results, those of one model or of one benchmark behind each other. They are gone through hundreds of times. */
interface Results {
  /** First result of each; one more entry than there are. */
  starts: Uint32Array;
  /** Of each result, its benchmark where they are by models, and the other way round. */
  other: Uint32Array;
  /** Logit of the score. */
  value: Float64Array;
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
  const ordered = facts.filter(({ benchmarks }) => benchmarks.length > 0);
  ordered.sort((a, b) => compareText(a.id, b.id));
  const results = collect(ordered);
  if (results.value.length === 0) return new Map();
  const ability = solve(results, ordered.length);
  const measured = [...new Set(results.other)].sort((a, b) => a - b);
  const scale = scaleOf(measured.map((model) => ability[model] as number));
  return new Map(
    measured.map((model) => [(ordered[model] as ModelFacts).id, scale(ability[model] as number)]),
  );
}

/** By benchmarks. */
function collect(facts: readonly ModelFacts[]): Results {
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
  const results = roomFor(usable.map(([, scores]) => scores.size));
  let at = 0;
  for (const [, scores] of usable) {
    for (const [model, score] of scores) {
      results.other[at] = model;
      results.value[at] = logit(score);
      at += 1;
    }
  }
  return results;
}

function roomFor(counts: ArrayLike<number>): Results {
  const starts = new Uint32Array(counts.length + 1);
  for (let at = 0; at < counts.length; at += 1) {
    starts[at + 1] = (starts[at] as number) + (counts[at] as number);
  }
  const all = starts[counts.length] as number;
  return { starts, other: new Uint32Array(all), value: new Float64Array(all) };
}

/** The same results by models, those of one in the order they had. */
function byModels({ starts, other, value }: Results, modelCount: number): Results {
  const counts = new Uint32Array(modelCount);
  for (const model of other) counts[model] = (counts[model] as number) + 1;
  const results = roomFor(counts);
  const next = results.starts.slice();
  for (let benchmark = 0; benchmark + 1 < starts.length; benchmark += 1) {
    for (let at = starts[benchmark] as number; at < (starts[benchmark + 1] as number); at += 1) {
      const model = other[at] as number;
      const place = next[model] as number;
      next[model] = place + 1;
      results.other[place] = benchmark;
      results.value[place] = value[at] as number;
    }
  }
  return results;
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
function solve(results: Results, modelCount: number): Float64Array {
  const ofModels = byModels(results, modelCount);
  const benchmarkCount = results.starts.length - 1;
  const ability = new Float64Array(modelCount);
  const ease = new Float64Array(benchmarkCount);
  const slope = new Float64Array(benchmarkCount).fill(1);
  for (let round = 0; round < rounds; round += 1) {
    fitEase(ease, results, slope, ability);
    // once abilities have spread
    if (round >= rounds / 4) fitSlope(slope, results, ease, ability);
    fitAbility(ability, ofModels, ease, slope);
  }
  return ability;
}

type Figures = Float64Array;

/** What is left of the results, in the middle. */
function fitEase(ease: Figures, results: Results, slope: Figures, ability: Figures): void {
  const { starts, other, value } = results;
  for (let benchmark = 0; benchmark < ease.length; benchmark += 1) {
    const from = starts[benchmark] as number;
    const to = starts[benchmark + 1] as number;
    const times = slope[benchmark] as number;
    let left = 0;
    for (let at = from; at < to; at += 1) {
      left += (value[at] as number) - times * (ability[other[at] as number] as number);
    }
    ease[benchmark] = left / (to - from);
  }
}

/** Least squares: the figure that times the abilities comes nearest to the results. */
function fitSlope(slope: Figures, results: Results, ease: Figures, ability: Figures): void {
  const { starts, other, value } = results;
  for (let benchmark = 0; benchmark < slope.length; benchmark += 1) {
    const to = starts[benchmark + 1] as number;
    const offset = ease[benchmark] as number;
    let products = slopeShrinkage;
    let squares = slopeShrinkage;
    for (let at = starts[benchmark] as number; at < to; at += 1) {
      const factor = ability[other[at] as number] as number;
      products += factor * ((value[at] as number) - offset);
      squares += factor * factor;
    }
    slope[benchmark] = Math.max(leastSlope, products / squares);
  }
}

/** Least squares: the figure that times the slopes comes nearest to the results. */
function fitAbility(ability: Figures, ofModels: Results, ease: Figures, slope: Figures): void {
  const { starts, other, value } = ofModels;
  for (let model = 0; model < ability.length; model += 1) {
    const to = starts[model + 1] as number;
    let products = 0;
    let squares = shrinkage;
    for (let at = starts[model] as number; at < to; at += 1) {
      const benchmark = other[at] as number;
      const factor = slope[benchmark] as number;
      products += factor * ((value[at] as number) - (ease[benchmark] as number));
      squares += factor * factor;
    }
    ability[model] = products / squares;
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
