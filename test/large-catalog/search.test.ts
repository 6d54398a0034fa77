import { describe, expect, it } from "vitest";
import { findRows } from "../../src/catalog/search/find.ts";
import { resolveModel } from "../../src/catalog/search/resolve-model.ts";
import type { ModelInfo } from "../../src/catalog/words/model.ts";
import { openLargeCatalog } from "../../src/testing/real-catalog.ts";

describe("searching the large catalog", () => {
  interface Labelled {
    query: string;
    /** What ref or name of the rows meant look like. */
    wanted: string;
  }

  const large = openLargeCatalog();
  const isFound = (query: string, wanted: string): boolean => {
    const { view, models } = large.open();
    const pattern = new RegExp(wanted, "i");
    return findRows(view, query)
      .slice(0, 5)
      .some((row) => pattern.test(models[row]?.ref ?? "") || pattern.test(models[row]?.name ?? ""));
  };

  it("finds what 48 of 50 queries mean among the first five", () => {
    const labelled = large.read("search-queries.json") as Labelled[];
    const missed = labelled.filter(({ query, wanted }) => !isFound(query, wanted));
    expect(labelled).toHaveLength(50);
    expect(missed.length, JSON.stringify(missed)).toBeLessThanOrEqual(2);
  });

  it("finds what 45 of 50 queries mean on average with one character deleted anywhere", () => {
    const labelled = large.read("search-queries.json") as Labelled[];
    let sum = 0;
    for (const { query, wanted } of labelled) {
      let found = 0;
      for (let at = 0; at < query.length; at += 1) {
        if (isFound(query.slice(0, at) + query.slice(at + 1), wanted)) found += 1;
      }
      sum += found / query.length;
    }
    expect(sum).toBeGreaterThanOrEqual(45);
  });

  it("puts what info takes for another form of a maker's id among the first three", () => {
    const { view, models } = large.open();
    const own = models.filter((_, row) => view.columns.ownRow[row] === 1);
    const names = [...new Set(own.flatMap(otherForms))];
    const taken = names.flatMap((name) => {
      const ref = takenFor(name);
      return ref === undefined ? [] : [{ name, ref }];
    });
    const missed = taken.filter(
      ({ name, ref }) =>
        !findRows(view, name)
          .slice(0, 3)
          .some((row) => models[row]?.ref === ref),
    );
    expect(taken.length).toBeGreaterThan(800);
    expect(missed).toEqual([]);

    function takenFor(name: string): string | undefined {
      try {
        return resolveModel(view, { name }).entry.ref;
      } catch {
        return undefined;
      }
    }
  }, 120_000);
});

function otherForms({ id, releaseDate }: ModelInfo): string[] {
  const forms = [`${id}-latest`, `${id}-high`];
  if (releaseDate?.length !== "2025-08-07".length) return forms;
  const digits = releaseDate.replaceAll("-", "");
  return [...forms, `${id}-${releaseDate}`, `${id}-${digits}`, `${id}@${digits}`];
}
