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

function notUnderstoodIn(cost: unknown): string[] {
  const notebook = new Notebook();
  parsePrice(cost, notebook);
  return notebook.addNotUnderstood<{ notUnderstood?: string[] }>({}).notUnderstood ?? [];
}

const noTier = {
  input: null,
  output: null,
  cacheRead: null,
  cacheWrite: null,
  reasoning: null,
};
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
    const { price, odd } = read({ input: -1, output: "two", cache_read: [1] });
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
        { input: 3, tier: { type: "context", size: -1 } },
        { input: 3, tier: { type: "context", size: "large" } },
        { input: 4, tier: { type: "Context", size: "100" } },
      ],
    });
    expect(price?.tiers.map(({ aboveTokens }) => aboveTokens)).toEqual([100]);
    expect(odd).toEqual([
      "model.cost.tiers[].tier.size: a number as text",
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

  it("holds a tier of size 0 from the first token on", () => {
    const tiers = [{ input: 3, output: 4, tier: { type: "context", size: 0 } }];
    const { price, odd } = read({ input: 1, output: 2, tiers });
    expect(price?.tiers).toEqual([tierOf(0, { input: 3, output: 4 })]);
    expect(odd).toEqual([]);
  });

  it("reads every component of a tier", () => {
    const components = { input: 1, output: 2, cache_read: 3, cache_write: 4, reasoning: 5 };
    const audio = { input_audio: 6, output_audio: 7 };
    const tier = { ...components, ...audio, tier: { size: 9 } };
    expect(read({ tiers: [tier] }).price?.tiers).toEqual([
      {
        aboveTokens: 9,
        input: 1,
        output: 2,
        cacheRead: 3,
        cacheWrite: 4,
        reasoning: 5,
        inputAudio: 6,
        outputAudio: 7,
      },
    ]);
  });

  it.each([
    ["a threshold that is called otherwise", [{ context: { min: 9 }, input: 1 }]],
    ["no threshold but a bound", [{ min_context: 9, input: 1 }]],
    ["tiers of another type", [{ tier: { type: "batch", size: 1 }, input: 1 }]],
    ["a threshold with a unit", [{ tier: { size: 9, unit: "characters" }, input: 1 }]],
    ["a tier with a member nobody knows", [{ tier: { size: 9 }, input: 1, per_call: 2 }]],
    ["a tier with a price that is none", [{ tier: { size: 9 }, input: "?" }]],
    ["the same threshold twice", [{ tier: { size: 9 } }, { tier: { size: 9 } }]],
    ["tiers by their size", { 9: { input: 1 } }],
    ["tiers as text", "above 9: 1"],
  ])("does not understand the tiers of %s", (_, tiers) => {
    expect(notUnderstoodIn({ input: 1, output: 2, tiers })).toEqual(["price.tiers"]);
  });

  it.each([[[]], [null], [undefined]])("understands that there are no tiers: %j", (tiers) => {
    expect(notUnderstoodIn({ input: 1, output: 2, tiers })).toEqual([]);
  });

  it("names members of a cost that nobody knows, but for what is nothing", () => {
    const nothing = { discount: 0, batch: null, promo: false, notes: "", extra: {}, more: [] };
    expect(notUnderstoodIn({ input: 1, per_request: 0.005, ...nothing })).toEqual([
      "price.per_request",
    ]);
    expect(read({ ...nothing }).unknown).toHaveLength(6);
  });

  it.each([
    ["currency", "CNY"],
    ["currency", "EUR"],
    ["unit", "per_1k"],
    ["unit", "token"],
    ["per", 1000],
    ["unit", { of: "?" }],
  ])("knows no price where %s is %j, which is not USD per million", (member, value) => {
    const cost = { input: 10, output: 20, [member]: value };
    expect(read(cost).price).toBeNull();
    expect(notUnderstoodIn(cost)).toEqual([`price.${member}`, "price"]);
  });

  it.each([
    ["currency", "USD"],
    ["currency", "usd"],
    ["unit", "per_1m_tokens"],
    ["unit", "1M tokens"],
    ["unit", "USD/MTok"],
    ["per", 1_000_000],
    ["currency", null],
    ["unit", ""],
  ])("understands what %s %j says of prices that are USD per million", (member, value) => {
    const cost = { input: 10, output: 20, [member]: value };
    expect(read(cost).price?.input).toBe(10);
    expect(notUnderstoodIn(cost)).toEqual([]);
  });

  it("knows no price of a tier in another currency", () => {
    const tiers = [{ tier: { size: 9 }, input: 7, currency: "CNY" }];
    expect(read({ input: 1, output: 2, tiers }).price?.tiers[0]?.input).toBeNull();
    expect(notUnderstoodIn({ input: 1, output: 2, tiers })).toEqual(["price.tiers"]);
  });

  it("names a component that cannot be read, and a cost that cannot", () => {
    expect(notUnderstoodIn({ input: -1, cache_read: 1e9 })).toEqual([
      "price.input",
      "price.cacheRead",
    ]);
    expect(notUnderstoodIn(7)).toEqual(["price"]);
  });
});
