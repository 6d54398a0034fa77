import { describe, expect, it } from "vitest";
import type { Price } from "../words/price.ts";
import { Notebook } from "./findings.ts";
import { parsePrice } from "./price.ts";

function read(cost: unknown): { price: Price | null; odd: string[]; unknown: string[] } {
  const notebook = new Notebook();
  const price = parsePrice(cost, notebook);
  const { oddValues, unknownFields } = notebook.findings();
  return { price, odd: Object.keys(oddValues), unknown: Object.keys(unknownFields) };
}

const noTier = { input: null, output: null, cacheRead: null, cacheWrite: null };
const tierOf = (aboveTokens: number, prices: object) => ({
  aboveTokens,
  ...noTier,
  inputAudio: null,
  outputAudio: null,
  ...prices,
});

describe("parsePrice", () => {
  it("knows no price where there is no cost", () => {
    expect(read(undefined)).toEqual({ price: null, odd: [], unknown: [] });
    expect(read(null).price).toBeNull();
  });

  it("keeps zero apart from unknown", () => {
    const { price } = read({ input: 0, output: 0 });
    expect(price).toMatchObject({ input: 0, output: 0, cacheRead: null, reasoning: null });
  });

  it("reads every component", () => {
    const cost = {
      input: 1,
      output: 2,
      cache_read: 3,
      cache_write: 4,
      reasoning: 5,
      input_audio: 6,
      output_audio: 7,
    };
    expect(read(cost)).toEqual({
      price: {
        input: 1,
        output: 2,
        cacheRead: 3,
        cacheWrite: 4,
        reasoning: 5,
        inputAudio: 6,
        outputAudio: 7,
        tiers: [],
      },
      odd: [],
      unknown: [],
    });
  });

  it("knows no price that is negative or no number, and counts it", () => {
    const { price, odd } = read({ input: -1, output: "2", cache_read: [1] });
    expect(price).toMatchObject({ input: null, output: null, cacheRead: null });
    expect(odd).toEqual([
      "model.cost.cache_read: not a number",
      "model.cost.input: negative",
      "model.cost.output: not a number",
    ]);
  });

  it("counts a cost that is no object", () => {
    expect(read(5)).toMatchObject({ price: null, odd: ["model.cost: not an object"] });
  });

  it("sorts tiers by their threshold", () => {
    const { price, odd, unknown } = read({
      input: 1,
      output: 2,
      tiers: [
        { input: 9, output: 18, tier: { type: "context", size: 500_000 } },
        { input: 3, cache_read: 0.3, tier: { size: 128_000 } },
      ],
    });
    expect(price?.tiers).toEqual([
      tierOf(128_000, { input: 3, cacheRead: 0.3 }),
      tierOf(500_000, { input: 9, output: 18 }),
    ]);
    expect([...odd, ...unknown]).toEqual([]);
  });

  it("ignores context_over_200k where there are tiers: it names the wrong threshold half the time", () => {
    const { price } = read({
      input: 0.45,
      output: 1.35,
      tiers: [{ input: 2, output: 6, tier: { type: "context", size: 256_000 } }],
      context_over_200k: { input: 2, output: 6 },
    });
    expect(price?.tiers).toEqual([tierOf(256_000, { input: 2, output: 6 })]);
  });

  it("takes context_over_200k where there are no tiers", () => {
    const { price } = read({ input: 1, output: 2, context_over_200k: { input: 4, output: 5 } });
    expect(price?.tiers).toEqual([tierOf(200_000, { input: 4, output: 5 })]);
  });

  it("leaves out tiers it does not understand, and counts them", () => {
    const { price, odd } = read({
      input: 1,
      output: 2,
      tiers: [
        7,
        { input: 3 },
        { input: 3, tier: { type: "time", size: 9 } },
        { input: 3, tier: { type: "context", size: 0 } },
        { input: 3, tier: { type: "context", size: "128k" } },
        { input: 4, tier: { type: "context", size: 100 } },
      ],
    });
    expect(price?.tiers.map(({ aboveTokens }) => aboveTokens)).toEqual([100]);
    expect(odd).toEqual([
      "model.cost.tiers[].tier.size: not a count of tokens",
      "model.cost.tiers[].tier.type: not context",
      "model.cost.tiers[]: without a threshold",
    ]);
  });

  it("counts tiers that are no list", () => {
    const { price, odd } = read({ input: 1, output: 2, tiers: { size: 1 } });
    expect(price?.tiers).toEqual([]);
    expect(odd).toEqual(["model.cost.tiers: not a list"]);
  });
});
