import { describe, expect, it } from "vitest";
import { oneModel } from "../../testing/one-model.ts";
import { chargedBesidesFrom, isFree } from "./charges.ts";

const free = { input: 0, output: 0 };
const tier = (size: number, prices: object) => ({ tier: { type: "context", size }, ...prices });

describe("a model is free", () => {
  it("where every price that is listed is 0", () => {
    expect(isFree(oneModel("p/m", { cost: free }))).toBe(true);
    const more = { cache_read: 0, input_audio: 0, tiers: [tier(9, { input: 0, output: 0 })] };
    expect(isFree(oneModel("p/m", { cost: { ...free, ...more } }))).toBe(true);
  });

  it.each([
    ["audio costs", { ...free, input_audio: 32 }],
    ["reasoning costs", { ...free, reasoning: 1 }],
    ["a tier costs", { ...free, tiers: [tier(100_000, { input: 3 })] }],
    ["its tiers are not understood", { ...free, tiers: { 9: { input: 3 } } }],
    ["a member of its cost is not understood", { ...free, per_request: 0.01 }],
    ["a price is not understood", { ...free, cache_write: "some" }],
    ["a price is not listed", { input: 0 }],
    ["none is listed", undefined],
  ])("but not where %s", (_, cost) => {
    expect(isFree(oneModel("p/m", { cost }))).toBe(false);
  });

  it("but not where each request is charged", () => {
    expect(isFree(oneModel("perplexity/sonar", { cost: free }))).toBe(false);
  });
});

describe("more than base prices is charged", () => {
  it.each([
    [0, "p/m", { input: 1, output: 2 }],
    [0, "p/m", { input: "?", output: 2 }],
    [100_002, "p/m", { input: 1, tiers: [tier(100_000, { input: 3 })] }],
    [2, "p/m", { input: 1, tiers: [tier(0, { input: 3 })] }],
    [1, "p/m", { input: 1, tiers: "above 100k: 3" }],
    [1, "p/m", { input: 1, per_image: 3 }],
    [1, "perplexity/sonar", { input: 1 }],
  ])("from %d on: %s at %j", (from, ref, cost) => {
    expect(chargedBesidesFrom(oneModel(ref, { cost }))).toBe(from);
  });
});
