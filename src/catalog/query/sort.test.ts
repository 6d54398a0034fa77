import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assortedCatalog,
  openInMemory,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { dateKey } from "../words/dates.ts";
import type { ModelInfo } from "../words/model.ts";
import { type SortKey, sortKeys, sortRows } from "./sort.ts";

const { view, models } = openInMemory(assortedCatalog());

const ownRefs = new Set(
  models.filter((_, row) => view.columns.ownRow[row] === 1).map(({ ref }) => ref),
);

const valueOf: Record<SortKey, (model: ModelInfo) => number | string | null> = {
  // makers' rows first, in each half the newest first
  makers: ({ ref, releaseDate }) =>
    releaseDate === null
      ? null
      : `${ownRefs.has(ref) ? 0 : 1} ${99_999_999 - dateKey(releaseDate)}`,
  ref: ({ ref }) => ref,
  name: ({ name }) => name.toLowerCase(),
  price: ({ price }) => price?.input ?? null,
  "output-price": ({ price }) => price?.output ?? null,
  context: ({ limits }) => limits.context,
  output: ({ limits }) => limits.output,
  released: ({ releaseDate }) => dateKey(releaseDate) || null,
  knowledge: ({ knowledge }) => dateKey(knowledge) || null,
  quality: ({ quality }) => quality && quality.value - quality.spread / 2,
};

function sortNaively(rows: readonly number[], key: SortKey, descending: boolean): number[] {
  const value = (row: number) => {
    const own = valueOf[key](models[row] as ModelInfo);
    // of the rows of one model, those that do not stand for it come after the others
    if (key !== "quality" || typeof own !== "number") return own;
    return view.columns.marks[row] === 0 ? own : own - 0.001;
  };
  return rows.toSorted((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === right) return a - b;
    if (left === null) return 1;
    if (right === null) return -1;
    return (left < right ? -1 : 1) * (descending ? -1 : 1);
  });
}

describe("sortRows", () => {
  it("by makers begins with the newest of those who made what they sell", () => {
    const catalog = wireCatalog(
      wireProvider("azure", [wireModel("gpt-5", { release_date: "2026-09-01" })]),
      wireProvider("openai", [
        wireModel("gpt-4", { release_date: "2024-01-01" }),
        wireModel("gpt-5", { release_date: "2026-08-01" }),
        wireModel("gpt-4x", { release_date: undefined }),
      ]),
      wireProvider("router", [
        wireModel("openai/gpt-5", { release_date: "2026-08-01" }),
        wireModel("openai/gpt-4"),
        wireModel("openai/gpt-4x"),
      ]),
    );
    const { view, models } = openInMemory(catalog);
    const sorted = sortRows(
      models.map((_, row) => row),
      view.columns,
      "makers",
      false,
    );
    const refs = sorted.map((row) => models[row]?.ref);
    expect(refs.slice(0, 3)).toEqual(["openai/gpt-5", "openai/gpt-4", "azure/gpt-5"]);
    // nobody knows when it was released
    expect(refs.at(-1)).toBe("openai/gpt-4x");
  });

  it.each(sortKeys)("by %s gives the first few as sorting all would", (key) => {
    const rows = fc.array(fc.nat({ max: models.length - 1 }), { maxLength: 80 });
    fc.assert(
      fc.property(rows, fc.boolean(), fc.nat({ max: 90 }), (some, descending, limit) => {
        const all = sortRows(some, view.columns, key, descending);
        expect(sortRows(some, view.columns, key, descending, limit)).toEqual(all.slice(0, limit));
      }),
      { seed: 4412, numRuns: 200 },
    );
  });

  it.each(sortKeys)(
    "by %s puts unknown values last in both directions, and breaks ties by ref",
    (key) => {
      const rows = fc.uniqueArray(fc.nat({ max: models.length - 1 }), { maxLength: 80 });
      fc.assert(
        fc.property(rows, fc.boolean(), (some, descending) => {
          const sorted = sortRows(some, view.columns, key, descending);
          expect(sorted).toEqual(sortNaively(some, key, descending));
        }),
        { seed: 4410, numRuns: 60 },
      );
    },
  );

  it("leaves the rows it was given as they were", () => {
    const rows = Object.freeze([5, 1, 3]);
    expect(sortRows(rows, view.columns, "ref", false)).toEqual([1, 3, 5]);
    expect(rows).toEqual([5, 1, 3]);
  });

  it("sorts nothing into nothing", () => {
    expect(sortRows([], view.columns, "price", true)).toEqual([]);
  });
});
