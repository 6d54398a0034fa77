import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costScale } from "./cost-scale.ts";

describe("costScale", () => {
  it("is 1 for the cheapest, 0 for the dearest, by rank between them", () => {
    const scale = costScale([0.001, 600, 0.1]);
    expect([scale(0.001), scale(0.1), scale(600)]).toEqual([1, 0.5, 0]);
  });

  it("does not let one that is far off push the others together", () => {
    const far = costScale([1, 2, 3, 4, 1e6]);
    const near = costScale([1, 2, 3, 4, 5]);
    expect(far(2)).toBe(near(2));
  });

  it("is halfway by the logarithm between two ranks", () => {
    expect(costScale([1, 100])(10)).toBeCloseTo(0.5, 12);
  });

  it("stays between 0 and 1 beyond the ends", () => {
    const scale = costScale([1, 2]);
    expect([scale(0.5), scale(0), scale(50)]).toEqual([1, 1, 0]);
  });

  it("ranks free of charge below every price", () => {
    const scale = costScale([0, 0.000001, 1]);
    expect([scale(0), scale(0.000001), scale(1)]).toEqual([1, 0.5, 0]);
  });

  it("counts a cost once, however many have it", () => {
    expect(costScale([1, 1, 1, 2, 3])(2)).toBe(0.5);
  });

  it("knows but cheap and dear where there is one cost", () => {
    const scale = costScale([2]);
    expect([scale(1), scale(2), scale(3)]).toEqual([1, 1, 0]);
  });

  it("never rises with the cost", () => {
    const cost = fc.nat(1_000_000).map((micro) => micro / 1e6);
    fc.assert(
      fc.property(fc.array(cost, { minLength: 1 }), cost, cost, (costs, a, b) => {
        const scale = costScale(costs);
        expect(scale(Math.min(a, b))).toBeGreaterThanOrEqual(scale(Math.max(a, b)));
      }),
      { seed: 4243 },
    );
  });
});
