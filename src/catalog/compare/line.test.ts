import { describe, expect, it } from "vitest";
import { differs, type LineValue, line } from "./line.ts";

const best = (values: LineValue[], better: "lower" | "higher"): number[] =>
  line("x", "tokens", values, better).best;

describe("the best of a line", () => {
  it("is the lowest where lower is better, the highest where higher is", () => {
    expect(best([3, 1, 2], "lower")).toEqual([1]);
    expect(best([3, 1, 2], "higher")).toEqual([0]);
  });

  it("is every position that has the best value", () => {
    expect(best([1, 3, 1], "lower")).toEqual([0, 2]);
    expect(best([200_000, 128_000, 200_000], "higher")).toEqual([0, 2]);
  });

  it("is free of charge, which is below every price and is not unknown", () => {
    expect(best([0, 0.1, null], "lower")).toEqual([0]);
  });

  it("is never the unknown, whichever end is better", () => {
    expect(best([null, 5, 6], "lower")).toEqual([1]);
    expect(best([null, 5, 6], "higher")).toEqual([2]);
  });

  it("is nobody where all known values are equal, or one alone is known", () => {
    expect(best([4, 4, 4], "lower")).toEqual([]);
    expect(best([4, null, 4], "higher")).toEqual([]);
    expect(best([4, null, null], "lower")).toEqual([]);
    expect(best([null, null], "lower")).toEqual([]);
  });

  it("compares numbers as numbers", () => {
    expect(best([9, 10, 100], "higher")).toEqual([2]);
    expect(best([9, 10, 100], "lower")).toEqual([0]);
  });

  it("is what can, where others cannot", () => {
    expect(best([true, false, true], "higher")).toEqual([0, 2]);
    expect(best([false, false], "higher")).toEqual([]);
    expect(best([true, true], "higher")).toEqual([]);
  });

  it("is nobody where neither end is better", () => {
    expect(line("family", "text", ["gpt", "claude"], "neither").best).toEqual([]);
  });
});

describe("differs", () => {
  const tells = (...values: LineValue[]): boolean => differs(line("x", "text", values, "neither"));

  it("tells lists by what is in them, and the unknown from zero and no", () => {
    expect(tells(["text"], ["text"])).toBe(false);
    expect(tells(["text"], ["text", "image"])).toBe(true);
    expect(tells(null, null)).toBe(false);
    expect(tells(null, 0)).toBe(true);
    expect(tells(null, false)).toBe(true);
  });

  it("is false only where all are equal", () => {
    expect(tells("a", "a", "b")).toBe(true);
    expect(tells("b", "a", "b")).toBe(true);
  });
});
