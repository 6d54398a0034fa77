import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { wireCatalog, wireModel, wireProvider, type Wire } from "../../testing/catalog-builders.ts";
import { describeRealCatalogs } from "../../testing/real-catalog.ts";
import { outlineOf } from "./outline.ts";
import { areUsualRows } from "./sample.ts";

const now = Date.UTC(2026, 10, 27);

function areUsual(bytes: Uint8Array): boolean {
  const outline = outlineOf(bytes);
  if (outline === undefined) throw new Error("there is no outline");
  return areUsualRows(bytes, outline, now);
}

const bytesOf = (rows: readonly Wire[]): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(wireCatalog(wireProvider("p", rows))));
const usual = (count: number): Wire[] =>
  Array.from({ length: count }, (_, at) => wireModel(`usual-${at}`));
const foreign = (count: number): Wire[] =>
  Array.from({ length: count }, (_, at) => ({ id: `foreign-${at}`, size: 1, vendor: "x" }));

describeRealCatalogs("the rows of a real catalog", ({ directory }) => {
  it("are those of models.dev", () => {
    expect(areUsual(readFileSync(join(directory, "api.json")))).toBe(true);
  });
});

it.each([1, 2, 16, 17, 500])("%d rows of models.dev are usual", (count) => {
  expect(areUsual(bytesOf(usual(count)))).toBe(true);
});

it.each([
  ["all", foreign(300)],
  ["the only one", foreign(1)],
  ["the first half", [...foreign(151), ...usual(150)]],
  ["the last half", [...usual(150), ...foreign(151)]],
  ["a quarter", [...foreign(100), ...usual(300)]],
])("rows are not where %s of them are foreign", (_, rows) => {
  expect(areUsual(bytesOf(rows))).toBe(false);
});

it("rows are not where most hold a value that is not understood", () => {
  const odd = usual(90).map((row) => ({ ...row, tool_call: ["yes"] }));
  expect(areUsual(bytesOf([...odd, ...usual(10)]))).toBe(false);
});

it("rows are where one in a hundred is odd", () => {
  expect(areUsual(bytesOf([...usual(99), ...foreign(1)]))).toBe(true);
});
