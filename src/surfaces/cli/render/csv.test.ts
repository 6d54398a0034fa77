import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCharacter } from "../../../testing/any-character.ts";
import { renderSeparated as drawSeparated } from "./csv.ts";

const renderSeparated = (...how: Parameters<typeof drawSeparated>): string =>
  drawSeparated(...how).text;
const cellOf = (value: unknown, separator: "," | "\t" = ","): string =>
  renderSeparated([{ x: value }], ["x"], separator)
    .split("\n")
    .slice(1, -1)
    .join("\n");

/** Reads CSV back as RFC 4180 says. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n)/gy;
  for (const [, quoted, bare, end] of text.matchAll(cell)) {
    row.push(quoted === undefined ? (bare ?? "") : quoted.replaceAll('""', '"'));
    if (end === "\n") {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

describe("CSV", () => {
  it("has a line of titles and one per row, in the order of the fields", () => {
    const rows = [
      { ref: "a/b", price: 1.5, open: true, more: "unseen" },
      { ref: "a/c", price: null, open: false },
    ];
    expect(renderSeparated(rows, ["price", "ref", "open"], ",")).toBe(
      "price,ref,open\n1.5,a/b,true\n,a/c,false\n",
    );
    expect(renderSeparated([], ["ref"], ",")).toBe("ref\n");
  });

  it("leaves cells empty that are unknown or missing", () => {
    expect(cellOf(null)).toBe("");
    expect(cellOf(undefined)).toBe("");
  });

  it("quotes what holds commas or quotes", () => {
    expect(cellOf('a "b", c')).toBe('"a ""b"", c"');
    expect(cellOf("plain text")).toBe("plain text");
    expect(cellOf([{ a: 1 }])).toBe('"[{""a"":1}]"');
  });

  it.each(["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1"])(
    "keeps a spreadsheet from running %j",
    (text) => {
      expect(cellOf(text)).toMatch(/^"?'/);
    },
  );

  it.each([
    "\u200b=1+1",
    "\u001b[31m=1+1",
    "\u0000@SUM(A1)",
    "\ufeff+1",
    "\u202e-1+2",
    "\u0007\u0008=1",
  ])("keeps a spreadsheet from running what cleaning leaves of %j", (text) => {
    expect(cellOf(text)).toMatch(/^"?'/);
  });

  it("leaves numbers alone, negative ones too", () => {
    expect(cellOf(-1.5)).toBe("-1.5");
  });

  it("is read back as what went in, where nothing had to be cleaned", () => {
    const text = fc.string({ unit: "grapheme-ascii" }).filter((one) => !/^[=+\-@]/.test(one));
    const fields = ["a", "b"];
    fc.assert(
      fc.property(fc.array(fc.record({ a: text, b: text })), (rows) => {
        const read = parseCsv(renderSeparated(rows, fields, ","));
        expect(read).toEqual([fields, ...rows.map(({ a, b }) => [a, b])]);
      }),
      { seed: 4711 },
    );
  });

  it("never begins a cell with what a spreadsheet runs", () => {
    const piece = fc.constantFrom(
      "=",
      "+",
      "-",
      "@",
      "\t",
      "\r",
      "\n",
      "\u200b",
      "\u001b[m",
      "\u0007",
      "a",
      "a(",
      '"',
      ",",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const [, row] = parseCsv(renderSeparated([{ x: pieces.join("") }], ["x"], ","));
        expect(row?.[0] ?? "").not.toMatch(/^(?:[=+\-\t\r]|@a+\()/);
      }),
      { seed: 4712, numRuns: 500 },
    );
  });
});

describe("TSV", () => {
  it("has no tab or line break in a cell, and needs no quotes", () => {
    expect(cellOf('a\tb\n"c"', "\t")).toBe('a b "c"');
    expect(cellOf("a,b", "\t")).toBe("a,b");
  });

  it("has as many cells in each line as there are fields", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: anyCharacter })), (texts) => {
        const rows = texts.map((a) => ({ a, b: 1 }));
        const lines = renderSeparated(rows, ["a", "b"], "\t").split("\n");
        expect(lines.pop()).toBe("");
        expect(lines).toHaveLength(texts.length + 1);
        for (const line of lines) expect(line.split("\t")).toHaveLength(2);
      }),
      { seed: 4713 },
    );
  });
});
