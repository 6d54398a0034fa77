import { expect, it } from "vitest";
import { estimateCost } from "../../src/catalog/cost/estimate-cost.ts";
import { describeRealCatalogs, recordedCatalog } from "../../src/testing/real-catalog.ts";
import { isClose, tiersOf, type WireUsage, wireCost, wireRows } from "./wire.ts";

describeRealCatalogs("the long-context tiers of a real catalog", (catalog) => {
  it("hold for the whole request from the first token above each threshold, in every row", () => {
    const models = new Map(catalog.open().models.map((model) => [model.ref, model]));
    const rows = wireRows(catalog).filter(({ model }) => tiersOf(model).length > 0);
    const withTiers = rows.filter(({ model }) => (model.cost?.tiers ?? []).length > 0);
    const fewest = catalog === recordedCatalog ? 20 : 190;
    expect(withTiers.length).toBeGreaterThanOrEqual(fewest);
    const wrong: unknown[] = [];
    let compared = 0;
    for (const row of rows) {
      const model = models.get(row.ref);
      if (model === undefined) throw new Error(`no ${row.ref}`);
      for (const [size] of tiersOf(row.model)) {
        for (const prompt of [size - 1, size, size + 1]) {
          const usages: WireUsage[] = [
            { input: prompt, output: 1_000 },
            { input: prompt, output: 1_000, cached: Math.floor(prompt / 3), reasoning: 400 },
            { input: prompt - 500, output: 0, cacheWrite: 500 },
          ];
          for (const usage of usages) {
            const { perRequest, complete, tier } = estimateCost(model, usage);
            const expected = wireCost(row, usage);
            compared += 1;
            const isRight =
              isClose(perRequest, expected.perRequest) &&
              complete === expected.complete &&
              tier === expected.tier;
            if (!isRight) wrong.push([row.ref, usage, perRequest, expected]);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThanOrEqual(fewest * 9);
  });
});
