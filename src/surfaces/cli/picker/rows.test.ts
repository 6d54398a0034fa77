import { describe, expect, it } from "vitest";
import { cellsOf, firstShown, fitColumns, headOf } from "./rows.ts";
import { fit, widthOf } from "./width.ts";

const line = {
  ref: "openai/gpt-5",
  input: "$1.25",
  output: "$10",
  context: "400k",
  released: "2025-08-07",
  status: "beta",
};

describe("fitColumns", () => {
  it.each([20, 40, 56, 80, 100, 200])("never takes more than %i columns", (width) => {
    const fitting = fitColumns(width);
    const { ref, rest } = cellsOf(line, fitting, "…");
    expect(widthOf(ref + rest)).toBeLessThanOrEqual(width);
    expect(headOf(fitting).length).toBeLessThanOrEqual(width);
  });

  it("gives up columns before the ref, the least important first", () => {
    const titles = (width: number): string[] => fitColumns(width).columns.map(({ title }) => title);
    expect(titles(30)).toEqual([]);
    expect(titles(56)).toEqual(["$/M in", "$/M out", "context"]);
    expect(titles(120)).toEqual(["$/M in", "$/M out", "context", "released", "status"]);
  });
});

describe("fit", () => {
  it.each([
    ["gpt", 5, "left", "gpt  "],
    ["gpt", 5, "right", "  gpt"],
    ["gpt-five", 5, "left", "gpt-…"],
    ["模型模型", 5, "left", "模型…"],
    ["模型模型", 4, "left", "模… "],
  ] as const)("makes %s exactly %i columns wide", (text, width, align, expected) => {
    expect(fit(text, width, align, "…")).toBe(expected);
  });

  it("counts no colours", () => {
    expect(widthOf("\u001b[1m\u001b[36mgpt\u001b[39m\u001b[22m")).toBe(3);
  });
});

describe("firstShown", () => {
  it.each([
    [0, 100, 10, 0],
    [50, 100, 10, 45],
    [99, 100, 10, 90],
    [3, 4, 10, 0],
  ])("row %i of %i on %i lines: from %i on", (at, count, height, first) => {
    expect(firstShown(at, count, height)).toBe(first);
  });
});
