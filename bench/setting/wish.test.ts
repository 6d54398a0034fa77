import { describe, expect, it } from "vitest";
import { growths } from "../growth/grown-rows.ts";
import { questions } from "./questions.ts";
import { isAskedBy, readFlags } from "./wish.ts";

const all = Object.entries(questions).flatMap(([question, { names }]) =>
  names.map((name) => ({ question, name })),
);

describe("the command line of the bench", () => {
  it("asks everything of three Nodes without flags", () => {
    expect(readFlags([])).toEqual({
      pairs: 25,
      only: [],
      nodes: ["20", "22", "24"],
      grown: [10, 30],
      peers: false,
      keptCode: false,
    });
    expect(all.every(({ question, name }) => isAskedBy([], question, name))).toBe(true);
  });

  it("takes lists, and flags more than once", () => {
    const args = ["--node", "20,24", "--only", "info", "--only", "304,warm", "--grown", "100"];
    expect(readFlags(args)).toMatchObject({
      nodes: ["20", "24"],
      only: ["info", "304", "warm"],
      grown: [10, 30, 100],
    });
  });

  it("picks rows by a part of their name, or by their question", () => {
    const picked = (text: string) =>
      all.filter(({ question, name }) => isAskedBy([text], question, name));
    expect(picked("304").map(({ name }) => name)).toEqual([
      "refresh, unchanged (304), http",
      "refresh, unchanged (304), https",
    ]);
    expect(new Set(picked("in-process").map(({ question }) => question))).toEqual(
      new Set(["in-process"]),
    );
  });

  it.each([
    [["--pairs", "14"], /--pairs takes a whole number of at least 15/],
    [["--pairs", "many"], /--pairs/],
    [["--only", "nothing-like-it"], /no row has nothing-like-it/],
    [["--node", "lts"], /--node takes major versions/],
    [["--grown", "50"], /--grown takes 10, 30, 100/],
    [["--quick"], /--quick/],
  ])("refuses %j", (args, why) => {
    expect(readFlags(args)).toMatch(why);
  });
});

describe("the rows of the bench", () => {
  it("have a name each", () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  it("grow as often as can be asked for", () => {
    expect(growths.map(({ times }) => times)).toEqual([10, 30, 100]);
  });
});
