import { describe, expect, it } from "vitest";
import { Notebook } from "./findings.ts";
import { isRecord, isReserved, readLimit, readPrice, readText, readTexts } from "./values.ts";

const oddOf = (read: (notebook: Notebook) => unknown): string[] => {
  const notebook = new Notebook();
  read(notebook);
  return Object.keys(notebook.findings().oddValues);
};

describe("reading single values", () => {
  it("takes objects for records, lists and null for none", () => {
    expect([{}, Object.create(null), [], null, "x", 1].map(isRecord)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it("knows the names that poison plain objects", () => {
    expect(["__proto__", "constructor", "prototype", "toString"].map(isReserved)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it("takes what is missing or blank for unknown without a word", () => {
    for (const value of [undefined, null, "", " \n"]) {
      expect(readText(value, "p", new Notebook())).toBeNull();
      expect(oddOf((notebook) => readText(value, "p", notebook))).toEqual([]);
    }
  });

  it("counts what is there but no text, no price, no count", () => {
    expect(oddOf((notebook) => readText(7, "p", notebook))).toEqual(["p: not text"]);
    expect(oddOf((notebook) => readPrice(Number.NaN, "p", notebook))).toEqual(["p: negative"]);
    expect(oddOf((notebook) => readLimit(Number.POSITIVE_INFINITY, "p", notebook))).toEqual([
      "p: not a count of tokens",
    ]);
    expect(oddOf((notebook) => readTexts("a", "p", notebook))).toEqual(["p: not a list"]);
    expect(oddOf((notebook) => readTexts(["a", 7], "p", notebook))).toEqual(["p[]: not text"]);
  });

  it("keeps float noise: it is rounded for show only", () => {
    expect(readPrice(0.49299999999999994, "p", new Notebook())).toBe(0.49299999999999994);
  });
});
