import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forgivingLikeness, slipsBetween, strictLikeness } from "./likeness.ts";

/** Optimal string alignment, written down as it is defined. */
function distance(a: string, b: string): number {
  const rows: number[][] = Array.from({ length: a.length + 1 }, (_, i) => [i]);
  for (let j = 0; j <= b.length; j += 1) (rows[0] as number[])[j] = j;
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      (rows[i] as number[])[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        swap ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(a.length, b.length);
}

describe("slipsBetween", () => {
  it("counts missing, doubled, wrong and swapped letters", () => {
    expect(slipsBetween("sonet", "sonnet", 2)).toBe(1);
    expect(slipsBetween("mistrall", "mistral", 2)).toBe(1);
    expect(slipsBetween("cluade", "claude", 2)).toBe(1);
    expect(slipsBetween("qwen", "qven", 2)).toBe(1);
    expect(slipsBetween("", "ab", 2)).toBe(2);
    expect(slipsBetween("same", "same", 0)).toBe(0);
  });

  it("is the distance by definition, up to what is allowed", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "é"), maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.nat({ max: 4 }), (a, b, allowed) => {
        const expected = Math.min(distance(a, b), allowed + 1);
        expect(slipsBetween(a, b, allowed)).toBe(expected);
        expect(slipsBetween(b, a, allowed)).toBe(expected);
      }),
      { seed: 4510, numRuns: 2000 },
    );
  });

  it("takes words longer than any name for too far apart", () => {
    const long = "x".repeat(65);
    expect(slipsBetween(long, long, 2)).toBe(3);
    expect(slipsBetween("x".repeat(64), "x".repeat(64), 2)).toBe(0);
  });
});

describe("strictLikeness", () => {
  it("puts the same word before a piece, a piece before a beginning", () => {
    const same = strictLikeness("qwen", "qwen");
    const piece = strictLikeness("qwen", "qwen3");
    const start = strictLikeness("son", "sonnet");
    expect([same > piece, piece > start, start > 0]).toEqual([true, true, true]);
  });

  it("does not take a number for the beginning of another", () => {
    expect(strictLikeness("4", "41")).toBe(0);
    expect(strictLikeness("48", "480b")).toBe(0);
    expect(strictLikeness("480", "480b")).toBeGreaterThan(0);
  });

  it("meets no word it only stands inside of", () => {
    expect(strictLikeness("net", "sonnet")).toBe(0);
    expect(strictLikeness("sonnets", "sonnet")).toBe(0);
  });
});

describe("forgivingLikeness", () => {
  it("meets a word with one slip, a long one with two", () => {
    expect(forgivingLikeness("sonet", "sonnet")).toBeGreaterThan(0);
    expect(forgivingLikeness("sonett", "sonnet")).toBe(0);
    expect(forgivingLikeness("anthrpoc", "anthropic")).toBeGreaterThan(0);
  });

  it("meets the letters before a number", () => {
    expect(forgivingLikeness("qwne", "qwen3")).toBeGreaterThan(0);
  });

  it("never guesses numbers", () => {
    expect(forgivingLikeness("405", "406")).toBe(0);
    expect(forgivingLikeness("40", "405")).toBe(0);
  });

  it("guesses nothing from two letters unless they stand in the word", () => {
    expect(forgivingLikeness("pt", "gpt")).toBeGreaterThan(0);
    expect(forgivingLikeness("gp", "gt")).toBe(0);
  });
});
