import { describe, expect, it } from "vitest";
import { weighResults } from "./posterior.ts";
import type { Results } from "./results.ts";

const spreads = (count: number) => new Float64Array(count).fill(0.4);
const on = (scores: number[], groups = scores.map((_, at) => at)): Results => ({
  name: "x",
  groups,
  scores,
});
const weigh = (values: number[], ...results: Results[]) =>
  weighResults({ values: Float64Array.from(values), spreads: spreads(values.length) }, results);

describe("results on top of what is expected", () => {
  it("change nothing where there are none", () => {
    const { values, spreads: after } = weigh([1, -1]);
    expect([...values]).toEqual([1, -1]);
    expect([...after]).toEqual([0.4, 0.4]);
  });

  it("lift who did better than expected and lower who did worse", () => {
    const { values } = weigh([0, 0, 0], on([70, 50, 30]));
    expect(values[0]).toBeGreaterThan(0.05);
    expect(values[1]).toBeCloseTo(0, 1);
    expect(values[2]).toBeLessThan(-0.05);
  });

  it("count for less than what is expected where there is only one", () => {
    // half a unit apart as expected, and as far the other way by the result
    const { values } = weigh([0.25, -0.25, 1, -1], on([45, 55, 75, 25]));
    expect(values[0]).toBeGreaterThan(values[1] as number);
  });

  it("count for more where several agree, and make the figure surer", () => {
    const one = weigh([0, 0, 0], on([80, 50, 20]));
    const four = weigh([0, 0, 0], ...Array.from({ length: 4 }, () => on([80, 50, 20])));
    expect(four.values[0]).toBeGreaterThan(one.values[0] as number);
    expect(four.spreads[0]).toBeLessThan(one.spreads[0] as number);
    // the same tests again and again never make it certain
    const many = weigh([0, 0, 0], ...Array.from({ length: 99 }, () => on([80, 50, 20])));
    expect(many.spreads[0]).toBeGreaterThan(0.25);
  });

  it("do not take a hard benchmark for weak models", () => {
    const { values } = weigh([1, 0, 1, 0], on([20, 10], [0, 1]), on([95, 90], [2, 3]));
    expect(values[0]).toBeCloseTo(values[2] as number, 1);
  });

  it("believe a result less the further it is off", () => {
    const middle = [50, 50, 50, 50];
    const fall = (score: number) =>
      -(weigh([0, 0, 0, 0, 0], on([...middle, score])).values[4] ?? 0);
    expect(fall(30)).toBeGreaterThan(0);
    expect(fall(1)).toBeLessThan(fall(30) * 3);
  });

  it("are read where a share is none, above 100 or below 0", () => {
    const { values } = weigh([0, 0], on([1_000, -5]));
    expect([...values].every(Number.isFinite)).toBe(true);
  });
});
