import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Benchmark, ModelFacts } from "../words/facts.ts";
import { abilities } from "./ability.ts";

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

const facts = (id: string, ...benchmarks: Benchmark[]): ModelFacts => ({
  id,
  name: id,
  license: null,
  links: [],
  weights: [],
  benchmarks,
});

/** Models a, b, c … with these scores on benchmark x. */
const on = (name: string, scores: readonly number[]): ModelFacts[] =>
  scores.map((score, at) => facts(`lab/${"abcdefghij"[at]}`, result(name, score)));

describe("abilities", () => {
  it("is empty where nobody has a result", () => {
    expect(abilities([]).size).toBe(0);
    expect(abilities([facts("lab/a"), facts("lab/b")]).size).toBe(0);
  });

  it("leaves out benchmarks too few models were run on, and models without results", () => {
    expect(abilities(on("x", [10, 90])).size).toBe(0);
    const three = [...on("x", [10, 50, 90]), facts("lab/silent")];
    expect([...abilities(three).keys()]).toEqual(["lab/a", "lab/b", "lab/c"]);
  });

  it("goes from 0 to 1 and follows the scores of one benchmark", () => {
    const figures = abilities(on("x", [40, 10, 90, 70]));
    expect(figures.get("lab/b")).toBe(0);
    expect(figures.get("lab/c")).toBe(1);
    expect(figures.get("lab/a")).toBeLessThan(figures.get("lab/d") ?? 0);
  });

  it("does not take a hard benchmark for a weak model", () => {
    const easy = (score: number) => result("easy", score);
    const hard = (score: number) => result("hard", score);
    const figures = abilities([
      facts("lab/a", easy(95), hard(40)),
      facts("lab/b", easy(90), hard(20)),
      facts("lab/c", easy(80), hard(10)),
      facts("lab/strong", hard(45)),
      facts("lab/weak", easy(70)),
    ]);
    expect(figures.get("lab/strong")).toBeGreaterThan(figures.get("lab/weak") ?? 1);
  });

  it("takes another way of counting for another benchmark", () => {
    const counted = on("x", [10, 50]).concat(facts("lab/c", result("x", 90, { metric: "pass@1" })));
    expect(abilities(counted).size).toBe(0);
  });

  it("takes another program around the model for another benchmark", () => {
    const run = on("x", [10, 50]).concat(facts("lab/c", result("x", 90, { harness: "agent" })));
    expect(abilities(run).size).toBe(0);
  });

  it("believes a single result less than several that agree", () => {
    const both = (score: number): Benchmark[] => [result("x", score), result("y", score)];
    const others = [20, 35, 65, 80].map((score, at) => facts(`lab/${"abcd"[at]}`, ...both(score)));
    const figures = abilities([
      ...others,
      facts("lab/once", result("x", 80)),
      facts("lab/twice", ...both(80)),
    ]);
    expect(figures.get("lab/once")).toBeLessThan(figures.get("lab/twice") ?? 0);
    expect(figures.get("lab/once")).toBeGreaterThan(figures.get("lab/b") ?? 1);
  });

  it("takes the best of several settings", () => {
    const scores = [result("x", 20, { variant: "low" }), result("x", 80, { variant: "high" })];
    const figures = abilities([...on("x", [40, 60]), facts("lab/z", ...scores)]);
    expect(figures.get("lab/z")).toBe(1);
  });

  it("is the middle for all where all are equal", () => {
    expect([...abilities(on("x", [50, 50, 50])).values()]).toEqual([0.5, 0.5, 0.5]);
  });

  it("depends neither on the order of models nor on the order of their results", () => {
    const score = fc.integer({ min: -5, max: 105 });
    const table = fc.array(fc.array(fc.option(score), { minLength: 4, maxLength: 4 }), {
      minLength: 3,
      maxLength: 10,
    });
    fc.assert(
      fc.property(table, (rows) => {
        const all = rows.map((scores, at) =>
          facts(
            `lab/${"abcdefghij"[at]}`,
            ...scores.flatMap((one, of) => (one === null ? [] : [result(`b${of}`, one)])),
          ),
        );
        const turned = all.toReversed().map((one) => ({
          ...one,
          benchmarks: one.benchmarks.toReversed(),
        }));
        const [figures, again] = [abilities(all), abilities(turned)];
        for (const [id, figure] of figures) {
          expect(figure).toBeGreaterThanOrEqual(0);
          expect(figure).toBeLessThanOrEqual(1);
          expect(again.get(id)).toBeCloseTo(figure, 6);
        }
        expect(again.size).toBe(figures.size);
      }),
      { seed: 4244, numRuns: 40 },
    );
  });
});
