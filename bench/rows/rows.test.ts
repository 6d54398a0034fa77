import { describe, expect, it } from "vitest";
import { growths, warmRowsOf } from "../growth/grown-rows.ts";
import { networkRows } from "./network.ts";
import { warmRows } from "./warm.ts";

const rows = [...warmRows, ...networkRows, ...growths.flatMap(warmRowsOf)];

describe("the budgets", () => {
  it("are times a bare Node, for Node 20 and 24, and nobody can be faster than that", () => {
    const budgets = rows.flatMap(({ budget }) => (budget === undefined ? [] : [budget]));
    expect(budgets.length).toBeGreaterThan(20);
    expect(new Set(budgets.flatMap((budget) => Object.keys(budget)))).toEqual(
      new Set(["20", "24"]),
    );
    expect(Math.min(...budgets.flatMap((budget) => Object.values(budget)))).toBeGreaterThan(1);
  });

  it("are none of a larger catalog that a smaller one does not meet", () => {
    const info = growths.flatMap(({ info }) => info?.["20"] ?? []);
    expect(info).toEqual(info.toSorted((one, other) => one - other));
    expect(warmRows.find(({ name }) => name === "info")?.budget?.["20"]).toBeLessThan(info[0] ?? 0);
  });
});

describe("the rows of a whole process", () => {
  it("look at what is said: none is fast by saying nothing", () => {
    expect(rows.filter(({ expected }) => expected.test(""))).toEqual([]);
  });

  it("count what outlives a command in the one row that says so", () => {
    const counting = networkRows.filter(({ withAllItStarted }) => withAllItStarted);
    expect(counting.map(({ name }) => name)).toEqual(["first cost, with all that it started"]);
  });
});
