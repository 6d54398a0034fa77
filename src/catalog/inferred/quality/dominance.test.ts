import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dominances, withoutContradiction } from "./dominance.ts";
import type { Results } from "./results.ts";

/** Scores by benchmark, null for a model that was not run. */
const resultsOf = (...tables: (number | null)[][]): Results[] =>
  tables.map((scores) => {
    const groups = scores.flatMap((score, group) => (score === null ? [] : [group]));
    return { name: "x", groups, scores: groups.map((group) => scores[group] as number) };
  });

describe("dominance", () => {
  it("is to win one of two shared benchmarks and tie the other", () => {
    expect(dominances(resultsOf([5, 4], [3, 3]))).toEqual([{ better: 0, worse: 1 }]);
    expect(dominances(resultsOf([1, 4], [3, 3]))).toEqual([{ better: 1, worse: 0 }]);
  });

  it("is nothing that one benchmark shows, or two ties, or a win each", () => {
    expect(dominances(resultsOf([5, 4]))).toEqual([]);
    expect(dominances(resultsOf([5, 5], [3, 3]))).toEqual([]);
    expect(dominances(resultsOf([5, 4], [3, 4]))).toEqual([]);
    expect(dominances(resultsOf([5, 4, null], [3, null, 2]))).toEqual([]);
  });
});

describe("figures without contradiction", () => {
  const settle = (values: number[], ...tables: (number | null)[][]) => [
    ...withoutContradiction(
      Float64Array.from(values),
      new Float64Array(values.length).fill(0.4),
      dominances(resultsOf(...tables)),
    ),
  ];

  it("are left where there is none", () => {
    expect(settle([2, 1], [5, 4], [3, 2])).toEqual([2, 1]);
  });

  it("meet in the middle where one stands below what it dominates", () => {
    const [better, worse] = settle([0, 1], [5, 4], [3, 2]);
    expect(better).toBeCloseTo(0.5);
    expect(better).toBeGreaterThanOrEqual(worse as number);
  });

  it("move the surer less", () => {
    const spreads = Float64Array.of(0.1, 0.4);
    const order = [{ better: 0, worse: 1 }];
    const [better] = withoutContradiction(Float64Array.of(0, 1), spreads, order);
    expect(better).toBeLessThan(0.1);
  });

  it("stand together where three dominate each other in a circle", () => {
    const a = [3, 2, null];
    const b = [null, 3, 2];
    const c = [2, null, 3];
    const [first, second, third] = settle([0, 1, 2], a, a, b, b, c, c);
    expect(first).toBe(second);
    expect(second).toBe(third);
  });

  it("have none below what it dominates, whatever the results", () => {
    const score = fc.option(fc.integer({ min: 0, max: 4 }));
    const table = fc.array(fc.array(score, { minLength: 6, maxLength: 6 }), { maxLength: 8 });
    const figures = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
      minLength: 6,
      maxLength: 6,
    });
    fc.assert(
      fc.property(figures, table, (values, tables) => {
        const settled = settle(values, ...tables);
        for (const { better, worse } of dominances(resultsOf(...tables))) {
          expect(settled[better]).toBeGreaterThanOrEqual(settled[worse] as number);
        }
      }),
      { seed: 2611, numRuns: 300 },
    );
  });
});
