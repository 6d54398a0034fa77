import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { median, quantile, ratiosOf, spreadOf } from "./statistics.ts";

describe("the statistics of the bench", () => {
  it("take the middle of values in any order, between two of them the mean", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBeNaN();
  });

  it("go straight from one value to the next", () => {
    expect(quantile([0, 10], 0.1)).toBeCloseTo(1);
    expect(spreadOf([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual({ median: 5, p10: 1, p90: 9 });
  });

  it("compare each with its neighbour, so that noise both meet is none", () => {
    expect(ratiosOf([2, 20, 200], [1, 10, 100])).toEqual([2, 2, 2]);
  });

  it("keep tenth, middle and ninetieth in their order, whatever the values", () => {
    const values = fc.array(fc.double({ noNaN: true, min: 0, max: 1e9 }), { minLength: 1 });
    fc.assert(
      fc.property(values, (some) => {
        const { median: middle, p10, p90 } = spreadOf(some);
        expect(p10).toBeLessThanOrEqual(middle);
        expect(middle).toBeLessThanOrEqual(p90);
      }),
      { seed: 20261126 },
    );
  });
});
