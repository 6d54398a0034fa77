import { describe, expect, it } from "vitest";
import { chooseRows, trimmed } from "../../scripts/recording/choose-rows.ts";
import { shapesOf, type WireDocument } from "../../src/testing/catalog-shapes.ts";
import { recordedCatalog } from "../../src/testing/real-catalog.ts";

/** Providers and their models the other way round. */
function reversed(document: WireDocument): WireDocument {
  const back = <Value>(record: Record<string, Value>): [string, Value][] =>
    Object.entries(record).reverse();
  return Object.fromEntries(
    back(document).map(([id, { models, ...rest }]) => [
      id,
      { ...rest, models: Object.fromEntries(back(models)) },
    ]),
  );
}

describe("the recorder of a catalog", () => {
  const document = recordedCatalog.read("api.json") as WireDocument;
  const kept = chooseRows(document);

  it("keeps the same rows whatever order the catalog is in", () => {
    expect([...chooseRows(reversed(document))].sort()).toEqual([...kept].sort());
  });

  it("keeps a row of every shape, and no provider without rows", () => {
    const smaller = trimmed(document, kept);
    expect([...shapesOf(smaller).keys()].sort()).toEqual([...shapesOf(document).keys()].sort());
    expect(Object.values(smaller).filter((one) => Object.keys(one.models).length < 1)).toEqual([]);
  });
});
