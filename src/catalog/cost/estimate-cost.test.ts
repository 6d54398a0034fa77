import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Wire } from "../testing/catalog-builders.ts";
import { costOfRequest } from "./cost.ts";
import { Notebook } from "./parse/findings.ts";
import { parsePrice } from "./parse/price.ts";

const priced = (cost: Wire) => parsePrice(cost, new Notebook());
const usage = (input: number, output: number, cached = 0) => ({ input, output, cached });

describe("costOfRequest", () => {
  it("is tokens times the price of a million", () => {
    const price = priced({ input: 1.25, output: 10 });
    expect(costOfRequest(price, usage(1_000_000, 100_000))).toBe(2.25);
    expect(costOfRequest(price, usage(1, 0))).toBe(0.00000125);
    expect(costOfRequest(price, usage(0, 0))).toBe(0);
  });

  it("is unknown, not zero, where a price it needs is not listed", () => {
    expect(costOfRequest(null, usage(0, 0))).toBeNull();
    expect(costOfRequest(priced({ input: 1 }), usage(10, 1))).toBeNull();
    expect(costOfRequest(priced({ output: 1 }), usage(10, 1))).toBeNull();
    expect(costOfRequest(priced({ input: 1, output: 1 }), usage(10, 1, 5))).toBeNull();
  });

  it("does not need a price of what is not used", () => {
    expect(costOfRequest(priced({ input: 1 }), usage(1_000_000, 0))).toBe(1);
    expect(costOfRequest(priced({ output: 1 }), usage(0, 1_000_000))).toBe(1);
    expect(costOfRequest(priced({ cache_read: 1 }), usage(1_000_000, 0, 1_000_000))).toBe(1);
  });

  it("is zero where everything is free", () => {
    expect(costOfRequest(priced({ input: 0, output: 0 }), usage(5_000, 5_000))).toBe(0);
  });

  it("charges cached input once, at the cache price", () => {
    const price = priced({ input: 10, output: 0, cache_read: 1 });
    expect(costOfRequest(price, usage(1_000_000, 0, 400_000))).toBe(6.4);
  });

  it("charges no more cached tokens than there is input", () => {
    const price = priced({ input: 10, output: 0, cache_read: 1 });
    expect(costOfRequest(price, usage(1_000_000, 0, 9_000_000))).toBe(1);
  });

  describe("with long-context tiers", () => {
    const price = priced({
      input: 1,
      output: 10,
      cache_read: 0.1,
      tiers: [
        { tier: { type: "context", size: 500_000 }, input: 4, output: 40 },
        { tier: { type: "context", size: 200_000 }, input: 2, output: 20, cache_read: 0.2 },
      ],
    });

    it("takes the base price at the threshold", () => {
      expect(costOfRequest(price, usage(200_000, 100_000))).toBe(1.2);
    });

    it("takes the tier's prices for the whole request one token above it", () => {
      expect(costOfRequest(price, usage(200_001, 100_000))).toBe(2.400002);
    });

    it("takes the highest tier that is exceeded", () => {
      expect(costOfRequest(price, usage(1_000_000, 100_000))).toBe(8);
    });

    it("counts cached tokens towards the threshold", () => {
      expect(costOfRequest(price, usage(200_001, 0, 200_001))).toBe(0.0400002);
    });

    it("takes the base price of what the tier does not list", () => {
      expect(costOfRequest(price, usage(1_000_000, 0, 1_000_000))).toBe(0.1);
    });
  });

  it("never falls when more is used, within one tier, and never goes below zero", () => {
    const amount = fc.nat({ max: 2_000_000 });
    const perMillion = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(amount, amount, amount, perMillion, perMillion, (input, output, more, a, b) => {
        const price = priced({ input: a, output: b });
        const less = costOfRequest(price, usage(input, output)) ?? -1;
        const most = costOfRequest(price, usage(input + more, output + more)) ?? -1;
        expect(less).toBeGreaterThanOrEqual(0);
        expect(most).toBeGreaterThanOrEqual(less);
      }),
      { seed: 4240 },
    );
  });
});
