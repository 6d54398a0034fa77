import { describe, expect, it } from "vitest";
import {
  assortedCatalog,
  type CatalogInMemory,
  openInMemory,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { describeRealCatalogs } from "../../testing/real-catalog.ts";
import { capabilities, modalities } from "../words/capability.ts";
import { periodKey } from "../words/dates.ts";
import type { ModelInfo } from "../words/model.ts";
import { placeIn } from "./columns.ts";
import { numbersPerPlace } from "./lines.ts";
import type { PreparedPart } from "./parts.ts";
import { sortRows, usualOrder } from "../query/sort.ts";
import { rankBy, rankedKeys } from "./ranks.ts";

/** Every column against the model it was made from. */
function expectColumns({ models, view, parts }: CatalogInMemory): void {
  const { columns } = view;
  const bits = (known: readonly string[], mask: number): string[] =>
    known.filter((_, position) => (mask & (1 << position)) !== 0);
  const orNull = (value: number | undefined): number | null =>
    value === 0 ? null : (value ?? null);
  const listed = (value: number | undefined): number | null =>
    value === undefined || Number.isNaN(value) ? null : value;
  expect(columns.rowCount).toBe(models.length);
  const { bytes } = parts.get("models.jsonl") as PreparedPart;
  const lines = new Map(
    new TextDecoder()
      .decode(bytes)
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => [(JSON.parse(line) as { ref: string }).ref, line]),
  );
  // of the order nobody has to ask for, so that a list of it lies together
  const inFile = [...lines.keys()];
  const usual = sortRows(Array.from(models.keys()), columns, usualOrder, false);
  expect(inFile).toEqual(usual.map((row) => models[row]?.ref));
  const found = models.map((_, row) => {
    const [start, length] = columns.placeOf(row);
    expect(placeIn(columns.places, row * numbersPerPlace, row)).toEqual(columns.placeOf(row));
    const line = bytes.subarray(start, start + length);
    return JSON.stringify([
      columns.providers[columns.provider[row] as number],
      columns.families[(columns.family[row] as number) - 1] ?? null,
      columns.statuses[(columns.status[row] as number) - 1] ?? null,
      bits(capabilities, columns.capabilities[row] as number),
      bits(modalities, columns.inputModalities[row] as number),
      bits(modalities, columns.outputModalities[row] as number),
      [listed(columns.inputPrice[row]), listed(columns.outputPrice[row])],
      [orNull(columns.context[row]), orNull(columns.output[row])],
      [columns.released[row], columns.knowledge[row]],
      new TextDecoder().decode(line),
    ]);
  });
  const expected = models.map((model) =>
    JSON.stringify([
      model.provider,
      model.family,
      model.status,
      model.capabilities,
      modalities.filter((one) => model.modalities.input.includes(one)),
      modalities.filter((one) => model.modalities.output.includes(one)),
      [model.price?.input ?? null, model.price?.output ?? null],
      [model.limits.context, model.limits.output],
      [periodKey(model.releaseDate), periodKey(model.knowledge)],
      lines.get(model.ref),
    ]),
  );
  expect(found).toEqual(expected);
  const figureAt = (row: number): number => {
    const { quality } = models[row] as ModelInfo;
    const less = columns.marks[row] === 0 ? 0 : 0.001;
    return quality === null ? Number.NaN : quality.value - quality.spread / 2 - less;
  };
  const { ownRow, free } = columns;
  for (const key of rankedKeys)
    expect(columns.rank(key)).toEqual(rankBy(models, key, { ownRow, free, figureAt }));
}

describe("columns", () => {
  it("hold what the rows hold, by row", () => {
    expectColumns(openInMemory(assortedCatalog()));
  });

  it("hold nothing where there are no rows", () => {
    const { view } = openInMemory({ empty: { models: {} } });
    expect(view.columns.rowCount).toBe(0);
  });

  it("give the same array each time it is asked for", () => {
    const { columns } = openInMemory(assortedCatalog()).view;
    expect(columns.context).toBe(columns.context);
    expect(columns.places).toBe(columns.places);
  });

  it("mark the rows of those who made what they sell", () => {
    const { models, view } = openInMemory(
      wireCatalog(
        wireProvider("openai", [wireModel("gpt-5")]),
        wireProvider("azure", [wireModel("gpt-5")]),
        wireProvider("router", [wireModel("openai/gpt-5")]),
      ),
    );
    const own = models.filter((_, row) => view.columns.ownRow[row] === 1);
    expect(own.map(({ ref }) => ref)).toEqual(["openai/gpt-5"]);
  });

  it("hold the largest count there is room for where a limit is larger", () => {
    const { view } = openInMemory(
      wireCatalog(wireProvider("p", [wireModel("x", { limit: { context: 6e9 } })])),
    );
    expect(view.columns.context[0]).toBe(0xffff_ffff);
  });
});

describeRealCatalogs("columns of a real catalog", (catalog) => {
  it("hold what the rows hold, by row", () => {
    expectColumns(catalog.open());
  });
});
