import { describe, expect, it } from "vitest";
import { findRows } from "../../src/catalog/search/find.ts";
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
});
