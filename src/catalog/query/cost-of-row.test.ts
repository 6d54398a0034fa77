import { describe, expect, it } from "vitest";
import {
  assortedCatalog,
  openInMemory,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import type { ModelInfo } from "../words/model.ts";
import { estimateCost } from "../cost/estimate-cost.ts";
import type { Usage } from "../cost/usage.ts";
import { costOfRow, perRequestOf, perRequestsOf } from "./cost-of-row.ts";

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
    const { view, models, modelOf } = openInMemory(assortedCatalog());
    for (const usage of usages) {
      models.forEach((model, row) => {
        const { ref: _, ...cost } = costOfRow(view.columns, row, usage, modelOf);
        const { ref, ...expected } = estimateCost(model, usage);
        expect([ref, usage, cost]).toEqual([ref, usage, expected]);
      });
    }
  });

  it("reads a row only where the columns do not do", () => {
    const { view, models, modelOf } = openInMemory(assortedCatalog());
    const read = new Set<number>();
    const noting = (row: number) => {
      read.add(row);
      return modelOf(row);
    };
    models.forEach((_, row) => costOfRow(view.columns, row, { input: 60_000, output: 9 }, noting));
    for (const row of read) expect(models[row]?.price?.tiers[0]?.aboveTokens).toBe(50_000);
    expect(read.size).toBeGreaterThan(0);
  });
});

describe("costs of a row of which more is charged than the columns hold", () => {
  it.each([
    ["a tier from the first token on", { tiers: [{ tier: { size: 0 }, input: 9, output: 9 }] }],
    ["tiers that are not understood", { tiers: { 9: { input: 9 } } }],
    ["a member that is not understood", { per_request: 0.01 }],
  ])("are those of the whole row: %s", (_, more) => {
    const cost = { input: 1, output: 2, cache_read: 1, cache_write: 1, ...more };
    const row = wireModel("m", { cost });
    const { view, models, modelOf } = openInMemory(wireCatalog(wireProvider("p", [row])));
    for (const usage of [{ input: 0, output: 0 }, { input: 0, output: 5 }, ...usages]) {
      const expected = estimateCost(models[0] as ModelInfo, usage);
      expect(costOfRow(view.columns, 0, usage, modelOf)).toMatchObject({
        perRequest: expected.perRequest,
        complete: expected.complete,
      });
      const one = perRequestOf(view.columns, 0, usage, modelOf);
      expect(one).toBe(expected.complete ? expected.perRequest : null);
      const [ofMany] = perRequestsOf(view.columns, Uint32Array.of(0), usage, modelOf);
      expect(ofMany).toBe(one ?? Number.NaN);
    }
  });
});

describe("perRequestsOf", () => {
  it("is the same for every row as one by one, beyond the whole numbers of a float as well", () => {
    const { view, models, modelOf } = openInMemory(assortedCatalog());
    const large = [
      { input: 3_000_000_000, output: 1 },
      { input: 900_719, cached: 9, output: 1e9 },
    ];
    for (const usage of [...usages, ...large]) {
      const rows = Uint32Array.from(models.keys()).toReversed();
      const costs = perRequestsOf(view.columns, rows, usage, modelOf);
      rows.forEach((row, at) => {
        const expected = perRequestOf(view.columns, row, usage, modelOf) ?? Number.NaN;
        expect([usage, row, costs[at]]).toEqual([usage, row, expected]);
      });
    }
  });
});

describe("perRequestOf", () => {
  it("is the cost of a request where all its prices are listed, and null elsewhere", () => {
    const { view, models, modelOf } = openInMemory(assortedCatalog());
    for (const usage of usages) {
      models.forEach((model, row) => {
        const { complete, perRequest } = estimateCost(model, usage);
        const expected = complete ? perRequest : null;
        expect(perRequestOf(view.columns, row, usage, modelOf)).toBe(expected);
      });
    }
  });
});
