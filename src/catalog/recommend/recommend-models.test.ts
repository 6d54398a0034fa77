import { describe, expect, it } from "vitest";
import {
  openInMemory,
  type Wire,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { recommendModels, type Wish } from "./recommend-models.ts";
import { useCases } from "./use-cases.ts";

const million = 1_000_000;
const sell = (provider: string, id: string, cost: Wire | undefined, more: Wire = {}): Wire =>
  wireProvider(provider, [wireModel(id, { cost, ...more })]);

const small = openInMemory(
  wireCatalog(
    sell("openai", "gpt-5", { input: 1, output: 10 }),
    sell("cheap", "openai/gpt-5", { input: 0.1, output: 10 }),
    sell("gratis", "free-model-7", { input: 0, output: 0 }),
    sell("silent", "unpriced-model-8", undefined),
    sell("half", "half-priced-model-9", { input: 0.01 }),
    sell("anthropic", "claude-opus-4-5", { input: 5, output: 25 }),
  ),
);

function ask(wish: Partial<Wish> = {}, { view, models } = small) {
  const usage = { input: million, output: 0 };
  const full: Wish = { useCase: useCases.chat, filter: {}, usage, withFree: false, ...wish };
  const { ranked, removed, front } = recommendModels(view, full);
  const ref = (row: number): string => models[row]?.ref ?? "";
  return {
    refs: ranked.map(({ row }) => ref(row)).sort(),
    removed: Object.fromEntries(removed.map(({ constraint, count }) => [constraint, count])),
    front: front.map(ref),
  };
}

describe("recommendModels", () => {
  it("names each underlying model once, at its cheapest offer", () => {
    const { refs } = ask();
    expect(refs).toEqual([
      "anthropic/claude-opus-4-5",
      "cheap/openai/gpt-5",
      "half/half-priced-model-9",
    ]);
  });

  it("leaves out what is free of charge unless it is asked for", () => {
    expect(ask().removed).toMatchObject({ "at no charge (--free looks among them)": 1 });
    const free = ask({ filter: { free: true }, withFree: true });
    expect(free.refs).toEqual(["gratis/free-model-7"]);
    expect(ask({ withFree: true }).refs).toContain("gratis/free-model-7");
  });

  it("leaves out what has no price for a part that is used, unless it may stay", () => {
    const usage = { input: million, output: million };
    const strict = ask({ usage });
    expect(strict.removed).toMatchObject({ "no listed price": 2 });
    expect(strict.refs).not.toContain("half/half-priced-model-9");
    const kept = ask({ usage, filter: { includeUnpriced: true } }).refs;
    expect(kept).toContain("half/half-priced-model-9");
    expect(kept).toContain("silent/unpriced-model-8");
  });

  it("keeps to a monthly cost, the ceiling itself included", () => {
    const requests = { count: 3, per: "day" } as const;
    const within = (maxMonthlyCost: number) => ask({ requests, maxMonthlyCost });
    expect(within(9).refs).toContain("cheap/openai/gpt-5");
    expect(within(8.99).refs).not.toContain("cheap/openai/gpt-5");
    expect(within(8.99).removed).toMatchObject({ "--max-monthly-cost": 3 });
  });

  it("does not keep what is known to cost too much though a part is unknown", () => {
    const usage = { input: million, output: million };
    const requests = { count: 1, per: "month" } as const;
    const filter = { includeUnpriced: true };
    const { refs } = ask({ usage, requests, filter, maxMonthlyCost: 0.009 });
    expect(refs).toEqual(["silent/unpriced-model-8"]);
  });

  it("keeps to a ceiling on the cost that is reached exactly: three times 0.1 is 0.3", () => {
    const usage = { input: million, output: 0 };
    const filter = { maxCost: { usd: 0.3, usage, requests: 3 } };
    expect(ask({ filter }).refs).toContain("cheap/openai/gpt-5");
  });

  it("keeps to ceilings on prices", () => {
    expect(ask({ filter: { maxPrice: 0.1 } }).refs).toEqual([
      "cheap/openai/gpt-5",
      "half/half-priced-model-9",
    ]);
    expect(ask({ filter: { maxOutputPrice: 10 } }).refs).toEqual(["cheap/openai/gpt-5"]);
  });

  it("has nobody in the front whose quality is not known", () => {
    expect(ask().front).toEqual([]);
  });

  it("has in the front, cheapest first, whom nobody beats in both cost and quality", () => {
    const scores = { m1: 10, m2: 50, m3: 40, m4: 90, m5: 20 };
    const costs = { m1: 1, m2: 2, m3: 3, m4: 4, m5: 0.5 };
    const lab = wireProvider(
      "lab",
      Object.entries(costs).map(([id, input]) => wireModel(id, { cost: { input, output: 1 } })),
    );
    const facts = Object.fromEntries(
      Object.entries(scores).map(([id, score]) => [
        `lab/${id}`,
        { name: id, benchmarks: [{ name: "x", score }] },
      ]),
    );
    const { front, refs } = ask({}, openInMemory(wireCatalog(lab), facts));
    expect(refs).toHaveLength(5);
    expect(front).toEqual(["lab/m5", "lab/m2", "lab/m4"]);
  });

  it("answers with nothing where nothing is left", () => {
    expect(ask({ filter: { minContext: 1_000_000 } })).toEqual({
      refs: [],
      removed: { "--min-context": 6 },
      front: [],
    });
  });
});
