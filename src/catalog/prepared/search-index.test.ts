import { describe, expect, it } from "vitest";
import {
  assortedCatalog,
  type CatalogInMemory,
  openInMemory,
} from "../../testing/catalog-builders.ts";
import { describeRealCatalogs } from "../../testing/real-catalog.ts";
import { lettersOf, termAt } from "./search-index.ts";
import { wordsOf } from "../words/spelled.ts";

function expectIndex({ view, models, catalog }: CatalogInMemory): void {
  const index = view.searchIndex;
  const terms = index.text.slice(1, -1).split("\n");
  expect(terms.map((_, number) => termAt(index, number))).toEqual(terms);
  expect(terms).toEqual([...new Set(terms)].sort());
  expect(index.text).toBe(`\n${terms.join("\n")}\n`);
  const names = new Map(catalog.providers.map(({ provider }) => [provider.id, provider.name]));
  const rowsOfTerm = terms.map((): number[] => []);
  const found = models.map((_, row) => {
    const start = index.rowStarts[row] as number;
    const numbers = [...index.rowTerms.subarray(start, index.rowStarts[row + 1])];
    for (const term of new Set(numbers)) rowsOfTerm[term]?.push(row);
    const words = numbers.map((term) => terms[term]);
    const ids = index.providerTerms[row] as number;
    const rest = ids + (index.idTerms[row] as number);
    return [words.slice(0, ids), words.slice(ids, rest), words.slice(rest)];
  });
  const expected = models.map(({ provider, id, name, family }) => {
    const ofProvider = new Set([...wordsOf(provider), ...wordsOf(names.get(provider) ?? "")]);
    const ofId = wordsOf(id);
    const ofName = new Set([...wordsOf(name), ...wordsOf(family ?? "")]);
    return [[...ofProvider], ofId, [...ofName].filter((word) => !ofId.includes(word))];
  });
  expect(found).toEqual(expected);
  const posted = terms.map((_, term) => [
    ...new Set(index.termRows.subarray(index.termRowStarts[term], index.termRowStarts[term + 1])),
  ]);
  expect(posted).toEqual(rowsOfTerm);
}

describe("a search index", () => {
  it("holds the words of every row and the rows of every word", () => {
    expectIndex(openInMemory(assortedCatalog()));
  });

  it("is read from bytes that hold no row", () => {
    const { searchIndex } = openInMemory({ empty: { models: {} } }).view;
    expect(searchIndex.rowStarts).toHaveLength(1);
  });
});

describe("lettersOf", () => {
  it("has a bit for each letter, none for digits, and some for all others", () => {
    expect(lettersOf("abba")).toBe(0b11);
    expect(lettersOf("z")).toBe(1 << 25);
    expect(lettersOf("480")).toBe(0);
    expect(lettersOf("千问")).toBeGreaterThan(0);
  });
});

describeRealCatalogs("the search index of a real catalog", (catalog) => {
  it("holds the words of every row and the rows of every word", () => {
    expectIndex(catalog.open());
  });
});
