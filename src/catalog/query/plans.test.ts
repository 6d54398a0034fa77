import { expect, it } from "vitest";
import {
  openInMemory,
  type Wire,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { type SortKey, sortRows } from "./sort.ts";
import { sortByCost } from "./sort-by-cost.ts";

const sells = (provider: string, input: number | undefined, fields: Wire = {}): Wire => {
  const cost = input === undefined ? undefined : { input, output: input };
  return wireProvider(provider, [wireModel("m", { cost }), wireModel("n", { cost })], fields);
};
const { view, models } = openInMemory(
  wireCatalog(
    sells("a-plan", 0),
    sells("b-local", 0, { env: [], api: "http://localhost:1234/v1" }),
    sells("c", 1),
    wireProvider("d", [
      wireModel("m", { cost: { input: 0, output: 0 } }),
      wireModel("n", { cost: { input: 2, output: 2 } }),
    ]),
    sells("e", undefined),
  ),
);
const rows = models.map((_, row) => row);
const named = (sorted: readonly number[]): string =>
  sorted.map((row) => models[row]?.ref.replace("/", "")).join(" ");
const apart = "a-planm a-plann b-localm b-localn em en";

it("are behind all others in an order by price or by cost, from either end", () => {
  const usage = { input: 1_000, output: 0 };
  for (const key of ["price", "output-price"] satisfies SortKey[]) {
    expect(named(sortRows(rows, view.columns, key, false))).toBe(`dm cm cn dn ${apart}`);
    expect(named(sortRows(rows, view.columns, key, true))).toBe(`dn cm cn dm ${apart}`);
  }
  expect(named(sortByCost(rows, view, usage, false))).toBe(`dm cm cn dn ${apart}`);
  expect(named(sortByCost(rows, view, usage, true))).toBe(`dn cm cn dm ${apart}`);
});
