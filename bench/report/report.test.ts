import { describe, expect, it } from "vitest";
import { cellsOfLine, headingsOfLines, type Line, missedBy, summariseLines } from "./line.ts";
import { cellsOf, summarise } from "./measure.ts";
import { resultsPage } from "./page.ts";
import { profilesTable, summaries } from "./results.ts";
import { markdownTable, plainTable } from "./table.ts";

const line: Line = {
  name: "info",
  unit: "c",
  budget: { 20: 1.15, 24: 1.1 },
  cells: {
    20: { value: 1.12, p10p90: [1.08, 1.2], w: 1.1, detail: "25.0 : 22.0 ms of CPU" },
    24: { value: 1.21, p10p90: [1.1, 1.3], w: 1.3, detail: "", profile: "3.0 ms" },
  },
};
const unmeasured: Line = {
  name: "x",
  unit: "s",
  budget: { 20: 1 },
  cells: { 20: { detail: "no" } },
};

describe("a row under several Nodes", () => {
  it("holds each against its own budget, and says by how much it is missed", () => {
    expect(missedBy(line, "20")).toBeLessThan(0);
    expect(missedBy(line, "24")).toBeCloseTo(0.1);
    expect(missedBy(line, "22")).toBeUndefined();
    expect(cellsOfLine(line, ["20", "24"])).toEqual(
      ["info", "1.12", "1.08 to 1.20", "1.10", "≤ 1.15", "met"].concat([
        "1.21",
        "1.10 to 1.30",
        "1.30",
        "≤ 1.1",
        "MISSED by 10 %",
      ]),
    );
  });

  it("has a heading for each of its cells", () => {
    const majors = ["20", "22", "24"];
    expect(headingsOfLines(majors)).toHaveLength(cellsOfLine(line, majors).length);
  });

  it("is unknown where it could not be measured, neither met nor missed", () => {
    expect(cellsOfLine(unmeasured, ["20"])).toEqual([
      "x",
      "not measured",
      "",
      "",
      "≤ 1",
      "unknown",
    ]);
    expect(summariseLines([line, unmeasured], "20")).toBe(
      "Node 20: 0 of 2 budgets missed, 1 not measured",
    );
    expect(summariseLines([line], "24")).toBe(
      "Node 24: 1 of 1 budgets missed, none by more than 10 %",
    );
  });

  it("shows where the time goes only where a budget is missed", () => {
    const results = { nodes: [], lines: [line], measures: [], peers: [], missing: [] };
    const nodes = ["20", "24"].map((major) => ({ major, version: "", path: "" }));
    expect(profilesTable({ ...results, nodes }).slice(1)).toEqual([["info", "24", "3.0 ms"]]);
    expect(summaries({ ...results, nodes })).toHaveLength(2);
    expect(summaries(results)).toEqual([]);
  });
});

describe("the page", () => {
  it("has a table for what was found, and none for what was not asked", () => {
    const nodes = [{ major: "20", version: "v20.20.2", path: "" }];
    const missing = ["Node 24 is not to be had: no network"];
    const found = { nodes, lines: [line], measures: [], peers: [], missing };
    const page = resultsPage(found, ["--pairs", "15"], import.meta.filename);
    expect(page).toContain("`npm run bench -- --pairs 15`");
    expect(page).toContain("- Node 20: 0 of 1 budgets missed");
    expect(page).toContain("- Node 24 is not to be had: no network");
    expect(page.match(/^## .*/gm)).toEqual([
      "## Whole processes",
      "## What the ratios are made of",
    ]);
    expect(page).not.toMatch(/undefined|NaN/);
  });
});

describe("a measure", () => {
  const atLeast = { name: "found", unit: "of 50", budget: { atLeast: 48 }, detail: "" } as const;

  it("is held against a lower limit too", () => {
    expect(cellsOf({ ...atLeast, value: 48 })).toContain("met");
    expect(cellsOf({ ...atLeast, value: 47.9 })).toContain("MISSED");
    expect(summarise([{ ...atLeast, value: 47 }, atLeast])).toBe(
      "1 of 2 budgets missed, 1 not measured",
    );
  });
});

describe("a table", () => {
  it("has columns as wide as their widest cell", () => {
    expect(
      plainTable([
        ["a", "bb", ""],
        ["ccc", "d"],
      ]),
    ).toBe("a    bb\nccc  d");
  });

  it("keeps the signs of Markdown in its cells", () => {
    expect(markdownTable([["a|b"], ["c"]])).toBe("| a\\|b |\n| --- |\n| c |");
  });
});
