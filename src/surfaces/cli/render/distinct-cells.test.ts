import { describe, expect, it } from "vitest";
import { distinctCells } from "./distinct-cells.ts";
import { showUsd } from "./money.ts";
import { showTokens } from "./numbers.ts";

const dollars = (...amounts: number[]): string[] =>
  distinctCells(amounts, showUsd, (amount) => amount);

describe("cells of rounded numbers", () => {
  it("have the usual digits where these tell them apart", () => {
    expect(dollars(1.231, 2.5, 0.04567)).toEqual(["$1.23", "$2.50", "$0.04567"]);
  });

  it("get more where they would look the same and are not, and only those", () => {
    expect(dollars(1.2312, 1.2349, 7)).toEqual(["$1.231", "$1.235", "$7.00"]);
    expect(dollars(0.012341, 0.0123449)).toEqual(["$0.012341", "$0.012345"]);
    expect(dollars(1.00001, 1.00002)).toEqual(["$1.00001", "$1.00002"]);
  });

  it("look the same where they are, the noise of sums aside", () => {
    expect(dollars(1.234, 1.234)).toEqual(["$1.23", "$1.23"]);
    expect(dollars(0.1 + 0.2, 0.3)).toEqual(["$0.30", "$0.30"]);
  });

  it("of tokens are exact then", () => {
    const show = (tokens: number | null, more: number): string => showTokens(tokens, "–", more);
    expect(distinctCells([1_048_576, 1_050_000, 128_000, null], show, (one) => one)).toEqual([
      "1,048,576",
      "1,050,000",
      "128k",
      "–",
    ]);
  });
});
