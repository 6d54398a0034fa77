import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factorNames, mixWeights, type Weights } from "./factors.ts";
import { anyUse, useCaseNames, useCases } from "./use-cases.ts";

const own: Weights = { cost: 0.4, quality: 0.2, recency: 0.2, limits: 0.1, fit: 0.1, status: 0 };
const sum = (weights: Weights): number =>
  factorNames.reduce((total, name) => total + weights[name], 0);

describe("mixWeights", () => {
  it("changes nothing where none is given", () => {
    expect(mixWeights(own, {})).toEqual(own);
  });

  it("keeps what is given and shares the rest in its own proportions", () => {
    const mixed = mixWeights(own, { cost: 0.7 });
    expect(mixed.cost).toBeCloseTo(0.7);
    expect(mixed.quality).toBeCloseTo(0.1);
    expect(mixed.limits).toBeCloseTo(0.05);
  });

  it("turns a factor off, and the others share it", () => {
    const mixed = mixWeights(own, { quality: 0 });
    expect(mixed.quality).toBe(0);
    expect(mixed.cost).toBeCloseTo(0.5);
  });

  it("leaves nothing to the others where everything is given away", () => {
    expect(mixWeights(own, { cost: 1 })).toEqual({
      cost: 1,
      quality: 0,
      recency: 0,
      limits: 0,
      fit: 0,
      status: 0,
    });
  });

  it("scales down what is more than one in all", () => {
    const mixed = mixWeights(own, { cost: 1, quality: 1 });
    expect([mixed.cost, mixed.quality, mixed.recency]).toEqual([0.5, 0.5, 0]);
  });

  it("adds up to one, each between zero and one, whatever is given", () => {
    const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined });
    const given = fc.record(Object.fromEntries(factorNames.map((name) => [name, share])));
    fc.assert(
      fc.property(given, fc.constantFrom(...useCaseNames), (some, useCase) => {
        const chosen = Object.fromEntries(
          Object.entries(some).filter(([, value]) => value !== undefined),
        ) as Partial<Weights>;
        const allZero = factorNames.every((name) => chosen[name] === 0);
        const mixed = mixWeights(useCases[useCase].weights, chosen);
        expect(sum(mixed)).toBeCloseTo(allZero ? 0 : 1, 9);
        for (const name of factorNames) {
          expect(mixed[name]).toBeGreaterThanOrEqual(0);
          expect(mixed[name]).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
      { seed: 4241 },
    );
  });
});

describe("the use cases", () => {
  it.each([["any use", anyUse] as const, ...Object.entries(useCases)])(
    "weigh the factors of %s to one in all",
    (_, { weights }) => {
      expect(sum(weights)).toBeCloseTo(1, 12);
    },
  );
});
