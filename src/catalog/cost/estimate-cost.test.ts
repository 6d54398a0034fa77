import { describe, expect, it } from "vitest";
import type { Wire } from "../../testing/catalog-builders.ts";
import { Notebook } from "../parse/findings.ts";
import { parsePrice } from "../parse/price.ts";
import { estimateCost } from "./estimate-cost.ts";
import type { Priced } from "../words/charges.ts";
import type { Requests, Usage } from "./usage.ts";

const model = (cost?: Wire, ref = "a/b") => {
  const notebook = new Notebook();
  return notebook.addNotUnderstood<Priced>({ ref, price: parsePrice(cost, notebook) });
};
const estimate = (cost: Wire | undefined, usage: Usage, requests?: Requests) =>
  estimateCost(model(cost), usage, requests);
const million = 1_000_000;

describe("estimateCost", () => {
  it("is tokens times the price of a million", () => {
    const cost = { input: 1.25, output: 10 };
    expect(estimate(cost, { input: million, output: 100_000 }).perRequest).toBe(2.25);
    expect(estimate(cost, { input: 1, output: 0 }).perRequest).toBe(0.00000125);
    expect(estimate(cost, { input: 0, output: 0 })).toMatchObject({
      perRequest: 0,
      complete: true,
      unknown: [],
      tier: null,
    });
  });

  it("adds up what floats cannot", () => {
    const cost = { input: 0.1, output: 0.2 };
    expect(estimate(cost, { input: million, output: million }).perRequest).toBe(0.3);
    const noisy = { input: 0.49299999999999994, output: 0 };
    expect(estimate(noisy, { input: 3 * million, output: 0 }).perRequest).toBe(1.479);
  });

  it("stays exact beyond the whole numbers a float holds", () => {
    const cost = { input: 600.000000001, output: 0 };
    const { perMonth } = estimate(
      cost,
      { input: 1_000_000_000, output: 0 },
      { count: 1_000_000, per: "month" },
    );
    expect(perMonth).toBe(600_000_000_001);
  });

  it("is a lower bound that names what is unknown", () => {
    const usage = { input: million, output: million, cached: 400_000, cacheWrite: 10 };
    const cost = estimate({ input: 10, output: 1 }, usage);
    expect(cost.complete).toBe(false);
    expect(cost.unknown).toEqual(["cachedInput", "cacheWrite"]);
    expect(cost.perRequest).toBe(7);
    expect(cost.parts.cachedInput).toBeNull();
  });

  it("is unknown, not zero, where no price is listed", () => {
    const cost = estimate(undefined, { input: 1, output: 1 }, { count: 1, per: "day" });
    expect(cost).toMatchObject({ perRequest: null, perDay: null, perMonth: null, complete: false });
    expect(cost.unknown).toEqual(["input", "output"]);
  });

  it("does not need a price of what is not used", () => {
    expect(
      estimate({ cache_read: 1 }, { input: million, cached: million, output: 0 }),
    ).toMatchObject({ perRequest: 1, complete: true });
  });

  it("is zero where everything is free", () => {
    const cost = estimate({ input: 0, output: 0 }, { input: 5_000, output: 5_000 });
    expect(cost).toMatchObject({ perRequest: 0, complete: true });
  });

  it("charges cached input once, at the cache price", () => {
    const cost = estimate(
      { input: 10, output: 0, cache_read: 1 },
      { input: million, output: 0, cached: 400_000 },
    );
    expect(cost.parts).toMatchObject({ input: 6, cachedInput: 0.4 });
    expect(cost.perRequest).toBe(6.4);
  });

  it("charges no more cached tokens than there is input", () => {
    const usage = { input: million, output: 0, cached: 9 * million };
    expect(estimate({ input: 10, output: 0, cache_read: 1 }, usage).perRequest).toBe(1);
  });

  it("charges reasoning as a part of the output, at its own price where there is one", () => {
    const usage = { input: 0, output: million, reasoning: 250_000 };
    const own = estimate({ input: 0, output: 4, reasoning: 8 }, usage);
    expect(own.parts).toMatchObject({ output: 3, reasoning: 2 });
    const plain = estimate({ input: 0, output: 4 }, usage);
    expect(plain.parts).toMatchObject({ output: 3, reasoning: 1 });
    expect(plain.complete).toBe(true);
  });

  it("charges audio and tokens written to the cache beside input and output", () => {
    const cost = estimate(
      { input: 1, output: 2, cache_write: 3, input_audio: 4, output_audio: 5 },
      {
        input: million,
        output: million,
        cacheWrite: million,
        inputAudio: million,
        outputAudio: million,
      },
    );
    expect(cost.parts).toEqual({
      input: 1,
      cachedInput: 0,
      cacheWrite: 3,
      output: 2,
      reasoning: 0,
      inputAudio: 4,
      outputAudio: 5,
    });
    expect(cost.perRequest).toBe(15);
  });

  it.each([
    [{ count: 5, per: "hour" }, 12, 360],
    [{ count: 0.5, per: "day" }, 0.05, 1.5],
    [{ count: 210, per: "week" }, 3, 90],
    [{ count: 1, per: "week" }, 1 / 70, 3 / 7],
    [{ count: 1, per: "month" }, 1 / 300, 0.1],
  ] as const)("keeps fractions of a day and of a month of 30 days: %j", (requests, day, month) => {
    const one = { input: 1_000_000, output: 0 };
    expect(estimate({ input: 0.1, output: 1 }, one, requests)).toMatchObject({
      perDay: day,
      perMonth: month,
    });
  });

  it("multiplies by the requests of a day or of a month of 30 days", () => {
    const cost = { input: 0.1, output: 0 };
    const usage = { input: million, output: 0 };
    expect(estimate(cost, usage)).toMatchObject({ perDay: null, perMonth: null });
    expect(estimate(cost, usage, { count: 3, per: "day" })).toMatchObject({
      perRequest: 0.1,
      perDay: 0.3,
      perMonth: 9,
    });
    expect(estimate(cost, usage, { count: 3, per: "month" })).toMatchObject({
      perDay: 0.01,
      perMonth: 0.3,
    });
  });
});

describe("estimateCost with long-context tiers", () => {
  const cost = {
    input: 1,
    output: 10,
    cache_read: 0.1,
    tiers: [
      { tier: { type: "context", size: 500_000 }, input: 4, output: 40 },
      { tier: { type: "context", size: 200_000 }, input: 2, output: 20, cache_read: 0.2 },
    ],
  };
  const at = (input: number, output = 0, cached = 0) => estimate(cost, { input, output, cached });

  it("takes the base price at the threshold", () => {
    expect(at(200_000, 100_000)).toMatchObject({ perRequest: 1.2, tier: null });
  });

  it("takes the tier's prices for the whole request one token above it", () => {
    expect(at(200_001, 100_000)).toMatchObject({ perRequest: 2.400002, tier: 200_000 });
  });

  it("takes the highest tier that is exceeded", () => {
    expect(at(million, 100_000)).toMatchObject({ perRequest: 8, tier: 500_000 });
  });

  it("counts cached tokens, tokens written to the cache and audio towards the threshold", () => {
    expect(at(200_001, 0, 200_001).perRequest).toBe(0.0400002);
    expect(estimate(cost, { input: 200_000, output: 0, cacheWrite: 1 }).tier).toBe(200_000);
    expect(estimate(cost, { input: 200_000, output: 0, inputAudio: 1 }).tier).toBe(200_000);
  });

  it("is at least the base price of what the tier does not list, and says so", () => {
    const bound = at(million, 0, million);
    expect(bound).toMatchObject({ perRequest: 0.1, complete: false, unknown: ["cachedInput"] });
    expect(bound.parts.cachedInput).toBe(0.1);
    expect(at(million, 100_000)).toMatchObject({ complete: true, unknown: [] });
  });

  it("begins with the first token where the threshold is 0", () => {
    const tiers = [{ tier: { type: "context", size: 0 }, input: 10, output: 45 }];
    const cost = { input: 5, output: 25, tiers };
    expect(estimate(cost, { input: million, output: 0 })).toMatchObject({
      perRequest: 10,
      complete: true,
      tier: 0,
    });
  });
});

describe("estimateCost with reasoning above the threshold of a tier", () => {
  const usage = { input: 300_000, output: million, reasoning: million };
  const reasoningOf = (base: Wire, tier: Wire) => {
    const tiers = [{ tier: { size: 200_000 }, input: 0, ...tier }];
    const { parts, complete, unknown } = estimate({ input: 0, ...base, tiers }, usage);
    return { usd: parts.reasoning, complete, unknown };
  };
  const complete = { complete: true, unknown: [] };

  it("charges the tier's own price of reasoning", () => {
    const found = reasoningOf({ output: 2, reasoning: 3 }, { output: 4, reasoning: 6 });
    expect(found).toEqual({ usd: 6, ...complete });
  });

  it("charges it as the tier's output where the base does so, or lists no price for it", () => {
    const output = { output: 4 };
    expect(reasoningOf({ output: 2, reasoning: 2 }, output)).toEqual({ usd: 4, ...complete });
    expect(reasoningOf({ output: 2 }, output)).toEqual({ usd: 4, ...complete });
  });

  it("knows no more than the base price where that is another than the output's", () => {
    const found = reasoningOf({ output: 2, reasoning: 3 }, { output: 4 });
    expect(found).toEqual({ usd: 3, complete: false, unknown: ["reasoning"] });
  });
});

describe("estimateCost of what is not understood", () => {
  const usage = { input: 300_000, output: 1_000 };
  const costOf = (more: Wire) => estimate({ input: 5, output: 25, ...more }, usage);

  it.each([
    ["tiers", { tiers: [{ min_context: 272_000, input: 10 }] }],
    ["tiers", { tiers: { 272000: { input: 10 } } }],
    ["tiers", { tiers: [{ tier: { type: "batch", size: 1 }, input: 0.5 }] }],
    ["per_request", { per_request: 0.005 }],
  ])("is never complete with %s like %j", (member, more) => {
    expect(costOf(more)).toMatchObject({
      perRequest: 1.525,
      complete: false,
      unknown: [member],
    });
  });

  it("is complete where a component that is not understood is not used", () => {
    expect(costOf({ cache_write: "?" })).toMatchObject({ complete: true });
    expect(costOf({ input: "?" })).toMatchObject({ complete: false, unknown: ["input"] });
  });
});

describe("estimateCost of what the catalog does not list", () => {
  const usage = { input: 1_000, output: 1_000, reasoning: 500 };
  const costOf = (ref: string, cost: Wire, used: Usage = usage) =>
    estimateCost(model(cost, ref), used);

  it.each(["perplexity/sonar", "openrouter/perplexity/sonar-pro"])(
    "is never complete for %s, which charges for each request as well",
    (ref) => {
      const cost = costOf(ref, { input: 1, output: 1 });
      expect(cost).toMatchObject({ perRequest: 0.002, complete: false, unknown: ["requestFee"] });
    },
  );

  it("is not complete with reasoning where two prices of output are listed as one of reasoning", () => {
    const cost = { input: 0.4, output: 1.2, reasoning: 4 };
    const found = costOf("alibaba/qwen-plus", cost);
    expect(found).toMatchObject({ complete: false, unknown: ["output"] });
    const without = costOf("alibaba/qwen-plus", cost, { input: 1_000, output: 1_000 });
    expect(without).toMatchObject({ complete: true });
    expect(costOf("alibaba/qwen-max", { input: 1, output: 4 })).toMatchObject({ complete: true });
  });
});
