import { describe, expect, it } from "vitest";
import type { Benchmark, ModelFacts } from "../../words/facts.ts";
import { collectResults } from "./results.ts";

const result = (name: string, score: number, more: Partial<Benchmark> = {}): Benchmark => ({
  name,
  score,
  metric: null,
  variant: null,
  harness: null,
  source: null,
  date: null,
  ...more,
});
const facts = (...benchmarks: Benchmark[][]): ModelFacts[] =>
  benchmarks.map((own, at) => ({
    id: `lab/${at}`,
    name: "",
    license: null,
    links: [],
    weights: [],
    benchmarks: own,
  }));
const collect = (
  entries: ModelFacts[],
  groups = entries.map((_, at) => at as number | undefined),
) => collectResults(entries, groups, () => 0);

describe("results that compare", () => {
  it("are those of one benchmark, by group", () => {
    const entries = facts([result("x", 1)], [result("y", 5), result("x", 2)], [result("y", 6)]);
    expect(collect(entries, [7, 3, 4])).toEqual([
      { name: "x", groups: [3, 7], scores: [2, 1] },
      { name: "y", groups: [3, 4], scores: [5, 6] },
    ]);
  });

  it("are not those that one model alone has", () => {
    expect(collect(facts([result("x", 1)], [result("y", 1)]))).toEqual([]);
  });

  it("are the best of several settings", () => {
    const entries = facts([result("x", 1, { variant: "low" }), result("x", 9)], [result("x", 2)]);
    expect(collect(entries)).toEqual([{ name: "x", groups: [0, 1], scores: [9, 2] }]);
  });

  it("are not those of an older model under an alias that moved", () => {
    // the models came out on 2025-07-01; what is tested weeks before was a preview
    const old = result("x", 1, { date: "2025-05-01" });
    const preview = result("x", 2, { date: "2025-06-20" });
    expect(collect(facts([old], [preview], [result("x", 3)]))).toEqual([
      { name: "x", groups: [1, 2], scores: [2, 3] },
    ]);
  });

  it("are not those of models nobody sells", () => {
    const entries = facts([result("x", 1)], [result("x", 2)]);
    expect(collect(entries, [0, undefined])).toEqual([]);
  });

  it("carry the program around the model in their name", () => {
    const inside = (score: number) => result("x", score, { harness: "Codex" });
    expect(collect(facts([inside(1)], [inside(2)]))[0]?.name).toBe("x, Codex");
  });
});
