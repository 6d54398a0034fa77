import * as fc from "fast-check";
import { expect, it } from "vitest";
import {
  openInMemory,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { demandOf, fitOf, limitNames } from "../cost/fit.ts";
import { fitting } from "./fitting.ts";
import { someRows } from "./passing-rows.ts";

it("rows that exceed no listed limit stay, as the same is told of one row", () => {
  const limit = fc.constantFrom(0, 10, 50, 100, 99_999_999);
  const rows = fc.array(fc.record({ context: limit, input: limit, output: limit }), {
    minLength: 1,
    maxLength: 12,
  });
  const usage = fc.record({ input: fc.nat(120), output: fc.nat(120) });
  fc.assert(
    fc.property(rows, usage, (all, asked) => {
      const { view, models } = openInMemory(
        wireCatalog(
          wireProvider(
            "p",
            all.map((one, at) => wireModel(`m-${at}`, { limit: one })),
          ),
        ),
      );
      const demand = demandOf(asked);
      const passing = someRows(models.map((_, row) => row));
      for (const limit of limitNames) fitting(view.columns, demand, limit)(passing);
      const expected = models.flatMap((model, row) =>
        fitOf(model.limits, demand).fits === false ? [] : [row],
      );
      expect([...passing.rows.subarray(0, passing.count)]).toEqual(expected);
    }),
    { seed: 4247, numRuns: 60 },
  );
});
