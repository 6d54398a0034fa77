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
    expect(oddOf((notebook) => readPrice(Number.NaN, "p", notebook))).toEqual(["p: not a number"]);
    expect(oddOf((notebook) => readLimit(Number.POSITIVE_INFINITY, "p", notebook))).toEqual([
      "p: not a count of tokens",
    ]);
    expect(oddOf((notebook) => readTexts({}, "p", notebook))).toEqual(["p: not a list"]);
    expect(oddOf((notebook) => readTexts(["a", 7], "p", notebook))).toEqual(["p[]: not text"]);
  });

  it.each([
    [1e20, "beyond belief"],
    [1e308, "beyond belief"],
    [Number.POSITIVE_INFINITY, "beyond belief"],
    [100_000.01, "beyond belief"],
    [9.9e-7, "next to nothing"],
    [5e-324, "next to nothing"],
    [-1e-9, "negative"],
    [Number.NEGATIVE_INFINITY, "negative"],
    ["1,5", "not a number"],
    ["cheap", "not a number"],
    ["-1", "not a number"],
    ["1e9", "beyond belief"],
    [true, "not a number"],
  ])("takes a price of %s for unknown and counts it", (value, reason) => {
    const notebook = new Notebook();
    expect(readPrice(value, "p", notebook)).toBeNull();
    expect(notebook.findings().oddValues).toEqual({ [`p: ${reason}`]: 1 });
  });

  it.each([
    ["0.50", 0.5],
    [" 2 ", 2],
    ["$1.25", 1.25],
    ["0.1", 0.1],
    ["1e-3", 0.001],
    ["0", 0],
  ])("reads a price from the text %j", (text, price) => {
    const notebook = new Notebook();
    expect(readPrice(text, "p", notebook)).toBe(price);
    expect(notebook.findings().oddValues).toEqual({ "p: a number as text": 1 });
  });

  it("takes one text for a list of it", () => {
    expect(readTexts(" a ", "p", new Notebook())).toEqual(["a"]);
  });

  it.each([0, 1e-6, 0.001, 600, 100_000])("takes %d for a price", (value) => {
    const notebook = new Notebook();
    expect(readPrice(value, "p", notebook)).toBe(value);
    expect(notebook.findings().oddValues).toEqual({});
  });

  it("takes a price of -0 for free of charge", () => {
    expect(readPrice(-0, "p", new Notebook())).toBe(0);
  });

  it("keeps float noise: it is rounded for show only", () => {
    expect(readPrice(0.49299999999999994, "p", new Notebook())).toBe(0.49299999999999994);
  });
});
