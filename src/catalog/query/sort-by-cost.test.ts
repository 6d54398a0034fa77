import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assortedCatalog, openInMemory } from "../../testing/catalog-builders.ts";
import { estimateCost } from "../cost/estimate-cost.ts";
import { sortByCost } from "./sort-by-cost.ts";

const { view, models } = openInMemory(assortedCatalog());
const usage = { input: 60_000, output: 1_000, cached: 5 };

describe("rows by what a usage costs", () => {
  const costOf = (row: number): number | null => {
    const cost = estimateCost(models[row] as (typeof models)[0], usage);
    return cost.complete ? cost.perRequest : null;
  };

  it("are cheapest or dearest first, what is not fully known last, ties by ref", () => {
    const rows = fc.uniqueArray(fc.nat({ max: models.length - 1 }), { maxLength: 80 });
    fc.assert(
      fc.property(rows, fc.boolean(), (some, descending) => {
        const sorted = sortByCost(some, view, usage, descending);
        expect(sorted.toSorted((a, b) => a - b)).toEqual(some.toSorted((a, b) => a - b));
        for (const [at, row] of sorted.slice(1).entries()) {
          const [before, cost] = [costOf(sorted[at] as number), costOf(row)];
          if (before === cost) expect(row).toBeGreaterThan(sorted[at] as number);
          else if (before === null) expect(cost).toBeNull();
          else if (cost !== null) expect(descending ? before > cost : before < cost).toBe(true);
        }
      }),
      { seed: 4411, numRuns: 100 },
    );
  });
});
