import { describe, expect, it } from "vitest";
import { arranged } from "./arranged-costs.ts";

const cheap = { perRequest: 1, complete: true };
const dear = { perRequest: 2, complete: true };
const bound = { perRequest: 0.5, complete: false };
const unknown = { perRequest: null, complete: false };

describe("arranged costs", () => {
  it("keep what is not fully known last in both directions", () => {
    const rows = [cheap, dear, bound, unknown];
    expect(arranged(rows, { isReversed: false })).toEqual(rows);
    expect(arranged(rows, { isReversed: true })).toEqual([dear, cheap, bound, unknown]);
  });

  it("are limited after they are turned round", () => {
    expect(arranged([cheap, dear], { isReversed: true, limit: 1 })).toEqual([dear]);
  });

  it("are those of offers where rows are offers", () => {
    const offers = [{ cost: cheap }, { cost: dear }, { cost: null }];
    expect(arranged(offers, { isReversed: true })).toEqual([
      { cost: dear },
      { cost: cheap },
      { cost: null },
    ]);
  });
});
