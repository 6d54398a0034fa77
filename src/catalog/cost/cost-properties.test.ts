import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Price } from "../words/price.ts";
import { costParts, estimateCost } from "./estimate-cost.ts";
import type { Usage } from "./usage.ts";

const seed = 4240;
const tokens = fc.nat({ max: 2_000_000 });
/** Prices as providers write them: at most six digits after the point. */
const perMillion = fc.nat({ max: 100_000_000 }).map((micro) => micro / 1e6);

const usages: fc.Arbitrary<Usage> = fc
  .record({ input: tokens, output: tokens, a: fc.nat(100), b: fc.nat(100), cacheWrite: tokens })
  .map(({ input, output, a, b, cacheWrite }) => ({
    input,
    output,
    cached: Math.floor((input * a) / 100),
    reasoning: Math.floor((output * b) / 100),
    cacheWrite,
    inputAudio: b,
    outputAudio: a,
  }));

const flatPrices: fc.Arbitrary<Price> = fc.record({
  input: perMillion,
  output: perMillion,
  cacheRead: perMillion,
  cacheWrite: perMillion,
  reasoning: fc.option(perMillion),
  inputAudio: perMillion,
  outputAudio: perMillion,
  tiers: fc.constant([]),
});

const cost = (price: Price, usage: Usage) => estimateCost({ ref: "a/b", price }, usage);
const perRequest = (price: Price, usage: Usage): number =>
  cost(price, usage).perRequest ?? Number.NaN;
/** Two floats that were each rounded once from exact sums. */
const expectEqual = (a: number, b: number): void =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(Math.max(a, b) * 1e-14);

describe("a cost", () => {
  it("never falls when more is used, within one tier, and never goes below zero", () => {
    fc.assert(
      fc.property(flatPrices, usages, tokens, (price, usage, more) => {
        const less = perRequest(price, usage);
        expect(less).toBeGreaterThanOrEqual(0);
        for (const key of ["input", "output", "cacheWrite", "inputAudio", "outputAudio"] as const) {
          const grown = { ...usage, [key]: (usage[key] ?? 0) + more };
          expect(perRequest(price, grown)).toBeGreaterThanOrEqual(less);
        }
      }),
      { seed },
    );
  });

  it("is the sum of its parts", () => {
    fc.assert(
      fc.property(flatPrices, usages, (price, usage) => {
        const { parts, perRequest: whole } = cost(price, usage);
        const sum = costParts.reduce((total, part) => total + (parts[part] ?? Number.NaN), 0);
        expectEqual(sum, whole ?? Number.NaN);
      }),
      { seed },
    );
  });

  it("adds up over requests", () => {
    fc.assert(
      fc.property(
        flatPrices,
        usages,
        fc.integer({ min: 1, max: 1_000_000 }),
        (price, usage, count) => {
          const {
            perRequest: one,
            perDay,
            perMonth,
          } = estimateCost({ ref: "a/b", price }, usage, {
            count,
            per: "day",
          });
          expectEqual((one ?? Number.NaN) * count, perDay ?? Number.NaN);
          expectEqual((perDay ?? Number.NaN) * 30, perMonth ?? Number.NaN);
        },
      ),
      { seed },
    );
  });

  it("adds up over usages that stay within one tier", () => {
    fc.assert(
      fc.property(flatPrices, usages, usages, (price, a, b) => {
        const keys = Object.keys(a) as (keyof Usage)[];
        const both = Object.fromEntries(
          keys.map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)]),
        ) as unknown as Usage;
        expectEqual(perRequest(price, a) + perRequest(price, b), perRequest(price, both));
      }),
      { seed },
    );
  });

  it("is no higher with a cache whose price is no higher than the input's", () => {
    fc.assert(
      fc.property(flatPrices, usages, (price, usage) => {
        const cheap = { ...price, cacheRead: Math.min(price.cacheRead ?? 0, price.input ?? 0) };
        const uncached = perRequest(cheap, { ...usage, cached: 0 });
        expect(perRequest(cheap, usage)).toBeLessThanOrEqual(uncached);
      }),
      { seed },
    );
  });

  it("jumps only at the threshold of a tier", () => {
    const tier = {
      input: 50,
      output: 50,
      cacheRead: 50,
      cacheWrite: 50,
      reasoning: 50,
      inputAudio: 50,
      outputAudio: 50,
    };
    fc.assert(
      fc.property(flatPrices, tokens, tokens, (flat, aboveTokens, input) => {
        const price = { ...flat, tiers: [{ aboveTokens, ...tier }] };
        const step =
          perRequest(price, { input: input + 1, output: 0 }) -
          perRequest(price, { input, output: 0 });
        if (input !== aboveTokens) expect(Math.abs(step)).toBeLessThanOrEqual(100.1 / 1e6);
        expect(cost(price, { input, output: 0 }).tier).toBe(
          input > aboveTokens ? aboveTokens : null,
        );
      }),
      { seed },
    );
  });

  it("is exact for every price a catalog can have and every usage that can be counted", () => {
    // prices in whole units of 1e-9, from the lowest to the highest that is taken
    const units = fc.maxSafeNat().map((unit) => unit % 100_000_000_000_001);
    const counted = fc.maxSafeNat();
    fc.assert(
      fc.property(units, counted, fc.integer({ min: 1, max: 2 ** 53 - 1 }), (unit, used, count) => {
        const price = { ...free, input: unit / 1e9 };
        const { perRequest: one, perMonth } = estimateCost(
          { ref: "a/b", price },
          { input: used, output: 0 },
          { count, per: "day" },
        );
        // rounding to whole units must give back what was meant
        fc.pre(Math.round((unit / 1e9) * 1e9) === unit);
        expect(one).toBe(Number(`${BigInt(unit) * BigInt(used)}e-15`));
        const month = BigInt(unit) * BigInt(used) * BigInt(count) * 30n;
        expect(perMonth).toBe(Number(`${month}e-15`));
      }),
      { seed },
    );
  });

  it.each([1e20, 1e21, 1e300, Number.MAX_VALUE, 5e-324])(
    "is a number for a price of %d that an earlier version kept",
    (input) => {
      const price = { ...free, input };
      const { perMonth } = estimateCost(
        { ref: "a/b", price },
        { input: 1_000, output: 1 },
        { count: 1_000, per: "day" },
      );
      expect(perMonth).toBeGreaterThanOrEqual(0);
    },
  );
});

const free: Price = {
  input: 0,
  output: 0,
  cacheRead: 0,
  cacheWrite: 0,
  reasoning: null,
  inputAudio: 0,
  outputAudio: 0,
  tiers: [],
};
