import { describe, expect, it } from "vitest";
import {
  openInMemory,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { cheapestOffers } from "./candidates.ts";

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
  const chosen = (costOf: (row: number) => number, rows = all): (string | undefined)[] => {
    const offers = {
      rows: Uint32Array.from(rows),
      costs: Float64Array.from(rows, costOf),
      count: rows.length,
    };
    const { rows: best, count } = cheapestOffers(view.columns, offers);
    return [...best.subarray(0, count)].map((row) => models[row]?.ref);
  };
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
    expect(chosen((row) => (models[row]?.provider === "zzz" ? 9 : Number.NaN))).toContain(
      "zzz/openai/gpt-5",
    );
    expect(chosen(() => Number.NaN)).toContain("openai/gpt-5");
  });
});
