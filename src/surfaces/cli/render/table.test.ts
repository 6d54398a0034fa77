import * as fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { plainStyle } from "../../../testing/plain-style.ts";
import type { Drawn } from "./drawn.ts";
import { renderTable, type TableColumn } from "./table.ts";

const style = plainStyle;

interface Row {
  name: string;
  price: string;
  note: string;
}

const columns: TableColumn<Row>[] = [
  { title: "model", value: ({ name }) => name },
  { title: "$/M in", value: ({ price }) => price, align: "right", importance: 2 },
  { title: "note", value: ({ note }) => note, importance: 1 },
];
const rows: Row[] = [
  { name: "openai/gpt-5", price: "$1.25", note: "tools vision" },
  { name: "a/b", price: "–", note: "" },
];
const linesOf = (table: Drawn): string[] => table.text.split("\n").slice(0, -1);

describe("renderTable", () => {
  it("aligns columns and ends lines where their text ends", async () => {
    expect(linesOf(await renderTable(rows, columns, style, undefined))).toEqual([
      "model         $/M in  note",
      "openai/gpt-5   $1.25  tools vision",
      "a/b                –",
    ]);
  });

  it("drops the least important columns first where there is no room", async () => {
    expect(linesOf(await renderTable(rows, columns, style, 30))).toEqual([
      "model         $/M in",
      "openai/gpt-5   $1.25",
      "a/b                –",
    ]);
    expect(linesOf(await renderTable(rows, columns, style, 12))).toEqual([
      "model",
      "openai/gpt-5",
      "a/b",
    ]);
  });

  it("cuts what cannot be dropped, and shows that it did", async () => {
    expect(linesOf(await renderTable(rows, columns, style, 9))).toEqual([
      "model",
      "openai/g…",
      "a/b",
    ]);
  });

  it("cleans values and counts wide characters as two columns", async () => {
    const wide = [
      { name: "通义千问", price: "1", note: "x\u001b[31m" },
      { name: "Qwen", price: "22", note: "\u202ey" },
    ];
    expect(linesOf(await renderTable(wide, columns, style, undefined))).toEqual([
      "model     $/M in  note",
      "通义千问       1  x",
      "Qwen          22  y",
    ]);
  });

  it("paints a cell without moving the others", async () => {
    const painted: TableColumn<Row>[] = [
      { ...(columns[0] as TableColumn<Row>), paint: (text, { price }) => `<${text}|${price}>` },
      { ...(columns[1] as TableColumn<Row>), paint: (text) => `$&${text}` },
    ];
    const colored = { ...style, isColored: true };
    expect(linesOf(await renderTable(rows, painted, colored, undefined))).toEqual([
      "model         $/M in",
      "<openai/gpt-5|$1.25>   $&$1.25",
      "<a/b|–>                $&–",
    ]);
  });

  it("leaves out columns nobody has anything in, but for the first", async () => {
    const bare = [{ name: "", price: "1", note: "" }];
    expect(linesOf(await renderTable(bare, columns, style, undefined))).toEqual([
      "model  $/M in",
      "            1",
    ]);
  });

  it("shows the titles where there are no rows", async () => {
    expect((await renderTable([], columns, style, undefined)).text).toBe("model  $/M in  note\n");
  });

  it("never exceeds the width it is given", async () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 30 }),
      fc
        .array(fc.constantFrom("通", "問", "e\u0301", "👩‍👩‍👧", "🇩🇪", "a", "가", "ｱ"), {
          maxLength: 20,
        })
        .map((parts) => parts.join("")),
    );
    const row = fc.record({ name: text, price: text, note: text });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 5 }),
        fc.integer({ min: 8, max: 60 }),
        async (some, width) => {
          for (const line of linesOf(await renderTable(some, columns, style, width))) {
            expect(stringWidth(line)).toBeLessThanOrEqual(width);
          }
        },
      ),
      { seed: 4740, numRuns: 300 },
    );
  });

  it("never exceeds the width with signs that are wide only together", async () => {
    const wide = [{ name: "❤️".repeat(20), price: "1️⃣".repeat(9), note: "" }];
    for (const width of [8, 13, 20, 30, 41]) {
      for (const line of linesOf(await renderTable(wide, columns, style, width))) {
        expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }
    }
  });
});
