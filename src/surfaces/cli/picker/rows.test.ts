import { describe, expect, it } from "vitest";
import { cutRef } from "../render/cut-ref.ts";
import { cellsOf, firstShown, fitColumns, headOf } from "./rows.ts";
import { fit, widthOf } from "./width.ts";

const line = {
  ref: "openai/gpt-5",
  input: "$1.25",
  output: "$10",
  context: "400k",
  released: "2025-08-07",
  status: "beta",
  mostOutput: "128k",
  knowledge: "2024-09-30",
  name: "GPT-5",
};

describe("fitColumns", () => {
  it.each([20, 40, 56, 80, 100, 200])("never takes more than %i columns", (width) => {
    const fitting = fitColumns(width, "ref");
    const { ref, rest } = cellsOf(line, fitting, "…", cutRef);
    expect(widthOf(ref + rest)).toBeLessThanOrEqual(width);
    expect(headOf(fitting).length).toBeLessThanOrEqual(width);
  });

  it("cuts a ref in the middle, its provider and its version kept", () => {
    const ref = "amazon-bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0";
    const cells = cellsOf({ ...line, ref }, fitColumns(56, "ref"), "…", cutRef);
    expect(cells.ref).toMatch(/^amazon-bedrock\/…4-5…/);
    expect(widthOf(cells.ref + cells.rest)).toBeLessThanOrEqual(56);
  });

  it("gives up columns before the ref, the least important first", () => {
    const titles = (width: number): string[] =>
      fitColumns(width, "ref").columns.map(({ title }) => title);
    expect(titles(30)).toEqual([]);
    expect(titles(56)).toEqual(["$/M in", "$/M out", "context"]);
    expect(titles(120)).toEqual(["$/M in", "$/M out", "context", "released", "status"]);
  });
});

describe("the column of an order", () => {
  it("stands in front of the others, and is there for that order alone where they do without", () => {
    const titles = (width: number, sort: "released" | "knowledge"): string[] =>
      fitColumns(width, sort).columns.map(({ title }) => title);
    expect(titles(56, "released")).toEqual(["released", "$/M in"]);
    expect(titles(56, "knowledge")).toEqual(["knowledge", "$/M in"]);
    expect(titles(120, "released")).not.toContain("knowledge");
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
