import { describe, expect, it } from "vitest";
import type { Wire } from "../../testing/catalog-builders.ts";
import { oneModel } from "../../testing/one-model.ts";
import type { Usage } from "../cost/usage.ts";
import type { Benchmark, ModelFacts } from "../words/facts.ts";
import type { ModelRow } from "../words/model.ts";
import { compareModels } from "./compare-models.ts";
import type { ComparedLine } from "./line.ts";

const benchmark = (name: string, score: number, more: Partial<Benchmark> = {}): Benchmark => ({
  name,
  score,
  metric: null,
  variant: null,
  harness: null,
  source: null,
  date: null,
  ...more,
});

const factsWith = (...benchmarks: Benchmark[]): ModelFacts => ({
  id: "lab/model",
  name: "Model",
  license: "MIT",
  links: [],
  weights: [],
  benchmarks,
});

function compare(wires: Wire[], usage?: Usage): Map<string, ComparedLine> {
  const compared = wires.map((fields, at) => ({
    model: oneModel(`p/m${at}`, fields),
    facts: null,
  }));
  return new Map(compareModels(compared, usage).map((line) => [line.name, line]));
}

const roomy = { context: 4_000_000, output: 4_000_000 };

describe("compareModels", () => {
  it("marks the lowest price, the largest limit and the latest date", () => {
    const lines = compare([
      {
        cost: { input: 2, output: 3 },
        limit: { context: 9_000, output: 10 },
        release_date: "2025-08",
      },
      {
        cost: { input: 10, output: 1 },
        limit: { context: 10_000, output: 9 },
        release_date: "2025-08-02",
      },
    ]);
    expect(lines.get("input price")).toMatchObject({ values: [2, 10], best: [0] });
    expect(lines.get("output price")).toMatchObject({ values: [3, 1], best: [1] });
    expect(lines.get("context")).toMatchObject({ values: [9_000, 10_000], best: [1] });
    expect(lines.get("output limit")).toMatchObject({ values: [10, 9], best: [0] });
    expect(lines.get("released")).toMatchObject({ values: ["2025-08", "2025-08-02"], best: [1] });
  });

  it("takes a month for its first day", () => {
    const { best } = compare([{ release_date: "2025-08" }, { release_date: "2025-08-01" }]).get(
      "released",
    ) as ComparedLine;
    expect(best).toEqual([]);
  });

  it("leaves out lines in which nobody has a value, and keeps what one alone has", () => {
    const lines = compare([{ cost: { input: 1, output: 1, cache_write: 2 } }, { cost: undefined }]);
    expect(lines.has("audio in price")).toBe(false);
    expect(lines.get("cache write price")).toMatchObject({ values: [2, null], best: [] });
    expect(lines.has("cost per request")).toBe(false);
  });

  it("gives a cost only where it is known to the end, else at least how much: a lower bound is not cheaper", () => {
    const usage = { input: 1_000_000, output: 1_000_000 };
    const priced = [{ cost: { input: 1 } }, { cost: { input: 2, output: 2 } }, {}];
    const lines = compare(
      priced.map((one) => ({ ...one, limit: roomy })),
      usage,
    );
    expect(lines.get("cost per request")).toMatchObject({
      values: [null, 4, 5],
      best: [1],
      atLeast: [1, null, null],
    });
    expect(lines.get("input price")).not.toHaveProperty("atLeast");
  });

  it("claims no least cost where something of the price is not understood", () => {
    const usage = { input: 1_000_000, output: 1_000_000 };
    const priced = [{ cost: { input: 1, output: 1, batch: { input: 0.5 } } }, {}];
    const lines = compare(
      priced.map((one) => ({ ...one, limit: roomy })),
      usage,
    );
    expect(lines.get("cost per request")).toMatchObject({ values: [null, 5] });
    expect(lines.get("cost per request")).not.toHaveProperty("atLeast");
  });

  it("has nothing best of what cannot take the usage, or is sold in a plan", () => {
    const usage = { input: 1_000_000, output: 0 };
    const prices = [1, 2, 3, 0].map((input) => ({ cost: { input, output: 0 }, limit: roomy }));
    const compared = prices.map((fields, at) => ({
      model: oneModel(
        `p/m${at}`,
        at === 0 ? { ...fields, limit: { context: 10, output: 10 } } : fields,
      ),
      facts: null,
      isApart: at === 3,
    }));
    const lines = new Map(compareModels(compared, usage).map((one) => [one.name, one]));
    expect(lines.get("cost per request")).toMatchObject({ values: [1, 2, 3, 0], best: [1] });
    expect(lines.get("input price")).toMatchObject({ values: [1, 2, 3, 0], best: [0] });
  });

  it("works out costs per day and month for a number of requests", () => {
    const compared = [
      { model: oneModel("p/a", { cost: { input: 1, output: 0 }, limit: roomy }), facts: null },
      { model: oneModel("p/b", { cost: { input: 2, output: 0 }, limit: roomy }), facts: null },
    ];
    const usage = { input: 1_000_000, output: 0 };
    const lines = compareModels(compared, usage, { count: 2, per: "day" });
    expect(lines.slice(0, 3)).toMatchObject([
      { name: "cost per request", values: [1, 2], best: [0] },
      { name: "cost per day", values: [2, 4], best: [0] },
      { name: "cost per month", values: [60, 120], best: [0] },
    ]);
  });

  it("gives each long-context tier lines of its own, in order of their thresholds", () => {
    const tier = (size: number, input: number) => ({
      tier: { type: "context", size },
      input,
      output: 9,
    });
    const lines = compare([
      { cost: { input: 1, output: 1, tiers: [tier(500_000, 3), tier(200_000, 2)] } },
      { cost: { input: 1, output: 1, tiers: [tier(200_000, 4)] } },
    ]);
    expect(lines.get("input price above 200000 tokens")).toMatchObject({
      values: [2, 4],
      best: [0],
    });
    expect(lines.get("input price above 500000 tokens")).toMatchObject({ values: [3, null] });
    const names = [...lines.keys()].filter((name) => name.includes("above"));
    expect(names[0]).toContain("200000");
    expect(names.at(-1)).toContain("500000");
  });

  it("marks what one can do and another cannot", () => {
    const lines = compare([{ reasoning: true }, { reasoning: false }, { reasoning: true }]);
    expect(lines.get("reasoning")).toMatchObject({ values: [true, false, true], best: [0, 2] });
    expect(lines.get("tools")).toMatchObject({ values: [true, true, true], best: [] });
  });

  it("does not know what a model of one's own can do, where nothing says it", () => {
    const own: ModelRow = {
      ...oneModel("p/own"),
      origin: "config",
      configured: ["capabilities.reasoning"],
      capabilities: ["vision"],
      modalities: { input: [], output: [] },
    };
    const compared = [own, oneModel("p/m")].map((model) => ({ model, facts: null }));
    const lines = new Map(compareModels(compared).map((one) => [one.name, one.values[0]]));
    const asked = ["vision", "reasoning", "tools", "takes"];
    expect(asked.map((name) => lines.get(name))).toEqual([true, false, null, null]);
  });

  it("puts together only results of the same benchmark, counted the same way", () => {
    const model = oneModel("p/a");
    const lines = compareModels([
      { model, facts: factsWith(benchmark("A", 50, { metric: "pass@1" }), benchmark("B", 1)) },
      { model, facts: factsWith(benchmark("A", 60), benchmark("B", 2), benchmark("B", 3)) },
      { model, facts: null },
    ]);
    const scores = lines.filter(({ unit }) => unit === "score");
    expect(scores.map(({ name, values, best }) => [name, values, best])).toEqual([
      ["B", [1, 3, null], [1]],
      ["A", [null, 60, null], []],
      ["A (pass@1)", [50, null, null], []],
    ]);
    expect(lines.at(-1)).toMatchObject({ name: "licence", values: ["MIT", "MIT", null] });
  });
});
