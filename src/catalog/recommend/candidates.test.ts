import { describe, expect, it } from "vitest";
import {
  assortedCatalog,
  openInMemory,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { estimateCost } from "../cost/estimate-cost.ts";
import type { Usage } from "../cost/usage.ts";
import { cheapestOffers, costOfRow, perRequestOf } from "./candidates.ts";

const usages: Usage[] = [
  { input: 1_000, output: 1_000 },
  { input: 50_000, output: 1_000 },
  { input: 50_001, output: 1_000 },
  { input: 200_001, output: 0, cached: 100_000 },
  { input: 0, output: 0, cacheWrite: 50_001 },
  { input: 10, output: 500, reasoning: 400 },
  { input: 10, output: 0, inputAudio: 900, outputAudio: 3 },
];

describe("costOfRow", () => {
  it("is the cost worked out from the whole row, whatever the columns hold of it", () => {
    const { view, models, priceOf } = openInMemory(assortedCatalog());
    for (const usage of usages) {
      models.forEach((model, row) => {
        const { ref: _, ...cost } = costOfRow(view.columns, row, usage, priceOf);
        const { ref, ...expected } = estimateCost(model, usage);
        expect([ref, usage, cost]).toEqual([ref, usage, expected]);
      });
    }
  });

  it("reads a row only where the columns do not do", () => {
    const { view, models, priceOf } = openInMemory(assortedCatalog());
    const read = new Set<number>();
    const noting = (row: number) => {
      read.add(row);
      return priceOf(row);
    };
    models.forEach((_, row) => costOfRow(view.columns, row, { input: 60_000, output: 9 }, noting));
    for (const row of read) expect(models[row]?.price?.tiers[0]?.aboveTokens).toBe(50_000);
    expect(read.size).toBeGreaterThan(0);
  });
});

describe("perRequestOf", () => {
  it("is the cost of a request where all its prices are listed, and null elsewhere", () => {
    const { view, models, priceOf } = openInMemory(assortedCatalog());
    for (const usage of usages) {
      models.forEach((model, row) => {
        const { complete, perRequest } = estimateCost(model, usage);
        const expected = complete ? perRequest : null;
        expect(perRequestOf(view.columns, row, usage, priceOf)).toBe(expected);
      });
    }
  });
});

describe("cheapestOffers", () => {
  const sell = (provider: string, input: number, id = "openai/gpt-5") =>
    wireProvider(provider, [wireModel(id, { cost: { input, output: 1 } })]);
  const { view, models } = openInMemory(
    wireCatalog(
      sell("aaa", 2),
      sell("bbb", 1),
      sell("openai", 1, "gpt-5"),
      sell("zzz", 3),
      wireProvider("other", [wireModel("claude-opus-4-5")]),
    ),
  );
  const all = models.map((_, row) => row);
  const chosen = (costOf: (row: number) => number | null, rows = all): (string | undefined)[] =>
    cheapestOffers(view.columns, rows, costOf).map(({ row }) => models[row]?.ref);
  const input = (row: number): number => models[row]?.price?.input ?? 0;

  it("takes one row for each underlying model: the cheapest, and the maker's own of equals", () => {
    expect(new Set(chosen(input))).toEqual(new Set(["openai/gpt-5", "other/claude-opus-4-5"]));
    expect(chosen(input)).toHaveLength(2);
  });

  it("takes the cheaper one though the maker sells it, too", () => {
    expect(chosen((row) => (models[row]?.provider === "zzz" ? 0.5 : input(row)))).toContain(
      "zzz/openai/gpt-5",
    );
  });

  it("takes the first by ref where neither cost nor maker tells them apart", () => {
    const sellers = all.filter((row) => models[row]?.provider !== "openai");
    expect(chosen(() => 1, sellers)).toContain("aaa/openai/gpt-5");
    expect(chosen(() => 1, sellers.toReversed())).toContain("aaa/openai/gpt-5");
  });

  it("takes what has a cost before what has none", () => {
    expect(chosen((row) => (models[row]?.provider === "zzz" ? 9 : null))).toContain(
      "zzz/openai/gpt-5",
    );
    expect(chosen(() => null)).toContain("openai/gpt-5");
  });
});
