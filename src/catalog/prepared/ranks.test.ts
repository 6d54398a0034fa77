import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assortedCatalog,
  openInMemory,
  type Wire,
  wireModel,
} from "../../testing/catalog-builders.ts";
import { describeRealCatalogs } from "../../testing/real-catalog.ts";
import { dateKey } from "../words/dates.ts";
import type { ModelRow } from "../words/model.ts";
import { Notebook } from "../parse/findings.ts";
import { parseModel } from "../parse/model.ts";
import { type RankedKey, rankBy, rankedKeys, unranked } from "./ranks.ts";

const isOwn = (row: number): boolean => row % 3 === 0;

const figureAt = (row: number): number | null => (row % 5 === 0 ? null : (row * 7) % 4);

const valueOf: Record<RankedKey, (model: ModelRow, row: number) => number | string | null> = {
  makers: ({ releaseDate }, row) =>
    releaseDate === null ? null : `${isOwn(row) ? 0 : 1} ${99_999_999 - dateKey(releaseDate)}`,
  name: (model) => model.name.toLowerCase(),
  price: (model) => (model.price === null ? null : model.price.input),
  "output-price": (model) => (model.price === null ? null : model.price.output),
  context: (model) => model.limits.context,
  output: (model) => model.limits.output,
  released: (model) => (model.releaseDate === null ? null : dateKey(model.releaseDate)),
  knowledge: (model) => (model.knowledge === null ? null : dateKey(model.knowledge)),
  quality: (_, row) => figureAt(row),
};

/** Ranks order rows as their values do: equal where values are equal, the unknown apart. */
function expectRanks(models: readonly ModelRow[], key: RankedKey): void {
  const values = models.map(valueOf[key]);
  const free = new Uint8Array(models.length);
  const figureOf = (row: number): number => figureAt(row) ?? Number.NaN;
  const ownRow = Uint8Array.from(models, (_, row) => (isOwn(row) ? 1 : 0));
  const ranks = [...rankBy(models, key, { ownRow, free, figureAt: figureOf })];
  expect(ranks.map((rank) => rank === unranked)).toEqual(values.map((value) => value === null));
  const known = ranks.filter((rank) => rank !== unranked);
  expect(known.every((rank) => rank < models.length)).toBe(true);
  expect(placesAmong(known)).toEqual(placesAmong(values.filter((value) => value !== null)));
}

/** For each value, how many different ones are smaller. */
function placesAmong(values: readonly (number | string)[]): (number | undefined)[] {
  const distinct = [...new Set(values)].sort((a, b) => (a < b ? -1 : 1));
  const places = new Map(distinct.map((value, place) => [value, place]));
  return values.map((value) => places.get(value));
}

describe("rankBy", () => {
  it.each(rankedKeys)("ranks by %s as a plain sort does", (key) => {
    expectRanks(openInMemory(assortedCatalog()).models, key);
  });

  it("ranks any rows as a plain sort does", () => {
    const amount = fc.option(fc.constantFrom(0, 0.1, 1, 1.5, 4096, 5_000_000_000));
    const row = fc.record({
      name: fc.string({ maxLength: 3 }),
      cost: fc.option(fc.record({ input: amount, output: amount })),
      limit: fc.record({ context: amount, output: amount }),
      release_date: fc.constantFrom(null, "2025-08", "2025-08-01", "2024-12-31", "2025-25-11"),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), fc.constantFrom(...rankedKeys), (rows, key) => {
        const models = rows.map((fields: Wire, at) =>
          parseModel("p", String(at), wireModel(String(at), fields), new Notebook()),
        );
        expectRanks(models, key);
      }),
      { seed: 4330, numRuns: 200 },
    );
  });
});

describeRealCatalogs("ranks of a real catalog", (catalog) => {
  it.each(rankedKeys)("by %s are those of a plain sort", (key) => {
    expectRanks(catalog.open().models, key);
  });
});
