import { describe, expect, it } from "vitest";
import { shapesOf, type WireDocument, wireRowsOf } from "./catalog-shapes.ts";
import { recordedCatalog } from "./real-catalog.ts";

const document = recordedCatalog.read("api.json") as WireDocument;
const shapes = [...shapesOf(document).keys()];

describe("shapesOf", () => {
  it("tells rows apart by their fields and the kinds of their values, not by their text", () => {
    const shapesWith = (model: Record<string, unknown>): Set<string> =>
      new Set(shapesOf({ p: { models: { x: { id: "x", ...model } } } }).keys());
    expect(shapesWith({ name: "A" })).toEqual(shapesWith({ name: "B" }));
    expect(shapesWith({ limit: { context: 0 } })).toContain("model.limit.context: 0");
    expect(shapesWith({ limit: { context: 999_999_999 } })).toContain(
      "model.limit.context: a row of nines",
    );
    expect(shapesWith({ release_date: "2025-02-30" })).toContain(
      "model.release_date: 0000-00-00, no such day",
    );
    expect(shapesWith({ modalities: { input: [] } })).toContain("model.modalities.input: nothing");
  });
});

describe("the recorded catalog", () => {
  it("has some hundred rows", () => {
    const { length } = wireRowsOf(document);
    expect(length).toBeGreaterThanOrEqual(300);
    expect(length).toBeLessThanOrEqual(500);
  });

  it("has every shape that the whole catalog of its day had", () => {
    expect([...shapes].sort()).toEqual(recordedCatalog.read("shapes.json"));
  });
});
