import { expect, it } from "vitest";
import { fieldsOf, shapesOf, type WireDocument } from "../../src/testing/catalog-shapes.ts";
import { openLargeCatalog, recordedCatalog } from "../../src/testing/real-catalog.ts";

it("has no row of a shape that the recorded catalog lacks", () => {
  const shapesIn = (read: unknown): string[] => [...shapesOf(read as WireDocument).keys()];
  const recorded = new Set(shapesIn(recordedCatalog.read("api.json")));
  const large = shapesIn(openLargeCatalog().read("api.json"));
  expect(large.filter((shape) => !recorded.has(shape))).toEqual([]);
});

it("has facts of the fields that the recorded ones have", () => {
  const fieldsIn = (read: unknown): string[] => [...fieldsOf(Object.values(read as object))].sort();
  expect(fieldsIn(recordedCatalog.read("models.json"))).toEqual(
    fieldsIn(openLargeCatalog().read("models.json")),
  );
});
