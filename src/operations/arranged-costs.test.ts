import { describe, expect, it } from "vitest";
import { arranged } from "./arranged-costs.ts";

const cheap = { ref: "b/cheap", perRequest: 1, complete: true };
const dear = { ref: "a/dear", perRequest: 2, complete: true };
const bound = { ref: "c/bound", perRequest: 0.5, complete: false };
const unknown = { ref: "d/unknown", perRequest: null, complete: false };
const rows = [cheap, dear, bound, unknown];

describe("arranged costs", () => {
  it("keep what is not fully known last in both directions", () => {
    expect(arranged(rows, {})).toEqual(rows);
    expect(arranged(rows, { descending: true })).toEqual([dear, cheap, bound, unknown]);
  });

  it("are limited after they are turned round", () => {
    expect(arranged(rows, { descending: true, limit: 1 })).toEqual([dear]);
  });

  it("are in the order of their refs where that is asked for", () => {
    expect(arranged(rows, { sort: "ref" })).toEqual([dear, cheap, bound, unknown]);
    expect(arranged(rows, { sort: "ref", descending: true, limit: 2 })).toEqual([unknown, bound]);
  });

  it("are those of offers where rows are offers", () => {
    const offers = [
      { ref: "a/a", cost: cheap },
      { ref: "b/b", cost: dear },
      { ref: "c/c", cost: null },
    ];
    const [first, second, third] = offers;
    expect(arranged(offers, { descending: true })).toEqual([second, first, third]);
  });
});
