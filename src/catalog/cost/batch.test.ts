import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oneModel } from "../../testing/one-model.ts";
import { type Batch, estimateAll, requestsOf } from "./batch.ts";
import { estimateCost } from "./estimate-cost.ts";
import type { Usage } from "./usage.ts";

const million = 1_000_000;

describe("the requests of a batch", () => {
  it("are the total by the size, and share the output evenly", () => {
    const total = { input: 50 * million, output: 5 * million };
    expect(requestsOf({ total, requestSize: 50_000 })).toEqual([
      { count: 1_000, usage: { input: 50_000, output: 5_000 } },
    ]);
  });

  it("are rounded up: the last takes what is left, and the first one token more than the others", () => {
    const total = { input: 100, output: 10, cached: 51 };
    expect(requestsOf({ total, requestSize: 30 })).toEqual([
      { count: 2, usage: { input: 30, output: 3, cached: 15 } },
      { count: 1, usage: { input: 30, output: 2, cached: 15 } },
      { count: 1, usage: { input: 10, output: 2, cached: 6 } },
    ]);
  });

  it("are one where all of it fits", () => {
    const total = { input: 10, output: 7 };
    expect(requestsOf({ total, requestSize: 30 })).toEqual([{ count: 1, usage: total }]);
  });

  const batches: fc.Arbitrary<Batch> = fc
    .record({
      input: fc.integer({ min: 1, max: 1e9 }),
      requestSize: fc.integer({ min: 1, max: 2e6 }),
      shares: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 2 }),
      output: fc.nat(1e8),
      cacheWrite: fc.nat(1e6),
    })
    .map(({ input, requestSize, shares: [cached = 0, reasoning = 0], output, cacheWrite }) => ({
      total: {
        input,
        output,
        cacheWrite,
        cached: Math.floor(input * cached),
        reasoning: Math.floor(output * reasoning),
      },
      requestSize,
    }));

  it("add up to the totals, part by part, and no part is more than its whole", () => {
    fc.assert(
      fc.property(batches, (batch) => {
        const requested = requestsOf(batch);
        const sum = (name: keyof Usage): number =>
          requested.reduce((all, { count, usage }) => all + count * (usage[name] ?? 0), 0);
        for (const name of Object.keys(batch.total) as (keyof Usage)[]) {
          expect([name, sum(name)]).toEqual([name, batch.total[name]]);
        }
        const count = requested.reduce((all, one) => all + one.count, 0);
        expect(count).toBe(Math.ceil(batch.total.input / batch.requestSize));
        const [first] = requested;
        for (const { usage } of requested) {
          expect(usage.cached).toBeLessThanOrEqual(usage.input);
          expect(usage.reasoning).toBeLessThanOrEqual(usage.output);
          expect(usage.input).toBeLessThanOrEqual(first?.usage.input ?? 0);
          expect(usage.output).toBeLessThanOrEqual(first?.usage.output ?? 0);
        }
      }),
      { seed: 4320 },
    );
  });
});

describe("estimateAll", () => {
  const model = oneModel("a/b", { cost: { input: 1.25, output: 10, cache_read: 0.125 } });

  it("is what the totals cost at base prices, to the last digit, and one request beside it", () => {
    const total = { input: 50 * million, output: 5 * million };
    const cost = estimateAll(model, requestsOf({ total, requestSize: 60_001 }));
    expect(cost.total).toBe(112.5);
    const largest = estimateCost(model, { input: 60_001, output: 5_996 });
    expect(cost).toMatchObject({ perRequest: largest.perRequest, complete: true });
  });

  it("charges the prices of a tier for the requests that exceed its threshold alone", () => {
    const tiers = [{ tier: { type: "context", size: 200_000 }, input: 2, output: 20 }];
    const tiered = oneModel("a/b", { cost: { input: 1, output: 10, tiers } });
    const total = { input: 450_000, output: 0 };
    const cost = estimateAll(tiered, requestsOf({ total, requestSize: 300_000 }));
    expect(cost).toMatchObject({ total: 0.3 * 2 + 0.15, perRequest: 0.6, tier: 200_000 });
  });

  it("names what is not listed for any of them, and is unknown where nothing is", () => {
    const half = oneModel("a/b", { cost: { input: 1 } });
    const batch = { total: { input: 10, output: 1 }, requestSize: 5 };
    expect(estimateAll(half, requestsOf(batch))).toMatchObject({
      total: 0.00001,
      complete: false,
      unknown: ["output"],
    });
    const silent = oneModel("a/b", { cost: undefined });
    expect(estimateAll(silent, requestsOf(batch))).toMatchObject({ total: null, complete: false });
  });
});
