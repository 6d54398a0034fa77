import type { Benchmark } from "../words/facts.ts";
import type { Compared } from "./compare-models.ts";
import { type ComparedLine, line } from "./line.ts";

/** A benchmark is comparable only with the same edition, run in the same program, counted the same way. */
function benchmarkName({ name, metric, variant, harness }: Benchmark): string {
  const how = [variant, harness === null ? null : `in ${harness}`, metric].filter(
    (part) => part !== null,
  );
  return how.length === 0 ? name : `${name} (${how.join(", ")})`;
}

/** One line per benchmark any of the models has a published result on, those most of them share first. */
export function benchmarkLines(compared: readonly Compared[]): ComparedLine[] {
  const scores = new Map<string, (number | null)[]>();
  compared.forEach(({ facts }, position) => {
    for (const benchmark of facts?.benchmarks ?? []) {
      const name = benchmarkName(benchmark);
      const values = scores.get(name) ?? compared.map(() => null);
      scores.set(name, values);
      values[position] = Math.max(values[position] ?? Number.NEGATIVE_INFINITY, benchmark.score);
    }
  });
  const known = (values: readonly (number | null)[]): number =>
    values.filter((value) => value !== null).length;
  return [...scores]
    .sort(([a, one], [b, other]) => known(other) - known(one) || (a < b ? -1 : 1))
    .map(([name, values]) => line(name, "score", values, "higher"));
}
