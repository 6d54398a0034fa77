import { describe, expect, it } from "vitest";
import { assortedCatalog, openInMemory } from "../testing/catalog-builders.ts";
import { recordedCatalog } from "../testing/real-catalog.ts";
import type { ModelEntry } from "./prepared/lookup.ts";
import { inferredNames } from "./raw-inferred.ts";
import { RawView } from "./raw-view.ts";
import { NotPrepared } from "./view.ts";

describe.each([
  ["the recorded catalog", recordedCatalog.open()],
  ["an odd catalog", openInMemory(assortedCatalog())],
])("what is inferred from the rows of %s, without their being prepared", (_, opened) => {
  const { catalog, models, view } = opened;
  const raw = new RawView(catalog);

  it.each(inferredNames)("is the column %s", (name) => {
    expect(Array.from<unknown>(raw.columns[name])).toEqual(Array.from<unknown>(view.columns[name]));
  });

  it("is who sells the same model, how their rows differ, and what is known of it", () => {
    for (const { ref } of models) {
      const [entry, known] = [raw.findModelEntry(ref), view.findModelEntry(ref)];
      if (entry === undefined || known === undefined) continue;
      const { members, ...group } = view.groupOf(known);
      const { members: rows, ...found } = raw.groupOf(entry);
      expect(found).toEqual(group);
      const place = null;
      expect(rows.map((one) => ({ ...one, place }))).toEqual(
        members.map((one) => ({ ...one, marks: undefined, place })),
      );
      const marks = members.map(({ row }) => view.columns.marks[row]);
      expect(view.marksOf({ ...group, members })).toEqual(marks);
      expect(raw.marksOf({ ...found, members: rows })).toEqual(marks);
      expect(raw.factsOf(entry)).toEqual(view.factsOf(known));
      expect(raw.sellersOf(entry)).toEqual(view.sellersOf(known));
    }
  });

  it("is what figures rest on", () => {
    for (const row of models.keys()) expect(raw.evidenceAt(row)).toEqual(view.evidenceAt(row));
  });

  it("is not how a model is written in other ways, nor where anything lies", () => {
    expect(() => raw.named()).toThrow(NotPrepared);
    expect(() => raw.groupAt()).toThrow(NotPrepared);
    expect(() => raw.checkPrepared()).toThrow(NotPrepared);
    expect(() => raw.columns.placeOf(0)).toThrow(NotPrepared);
    const entry = raw.findModelEntry(models[0]?.ref ?? "") as ModelEntry;
    expect(entry.model).toEqual([0, 0, 0]);
  });
});
