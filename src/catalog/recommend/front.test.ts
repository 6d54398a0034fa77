import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dominates, paretoFront } from "./front.ts";

describe("dominates", () => {
  it("needs to be better in something and worse in nothing", () => {
    expect(dominates([1, 2], [1, 1])).toBe(true);
    expect(dominates([1, 1], [1, 1])).toBe(false);
    expect(dominates([2, 0], [1, 1])).toBe(false);
    expect(dominates([0, 0], [1, 1])).toBe(false);
  });

  it("ranks what has no cost below everything that has one", () => {
    expect(dominates([-5, 1], [Number.NEGATIVE_INFINITY, 1])).toBe(true);
    expect(dominates([Number.NEGATIVE_INFINITY, 1], [-5, 1])).toBe(false);
  });
});

describe("paretoFront", () => {
  it("is empty for no points and the point for one", () => {
    expect(paretoFront([])).toEqual([]);
    expect(paretoFront([[3, 4]])).toEqual([0]);
  });

  it("keeps what nobody beats, in the order given, equal points all", () => {
    const points = [
      [1, 5],
      [3, 3],
      [2, 2],
      [5, 1],
      [3, 3],
    ];
    expect(paretoFront(points)).toEqual([0, 1, 3, 4]);
  });

  it("is what comparing every pair gives", () => {
    const points = fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.nat(6)), { maxLength: 40 });
    fc.assert(
      fc.property(points, (all) => {
        const beats = (a: readonly number[], b: readonly number[]): boolean =>
          a.every((one, at) => one >= (b[at] ?? 0)) && a.some((one, at) => one > (b[at] ?? 0));
        const expected = all.flatMap((point, at) =>
          all.some((other) => beats(other, point)) ? [] : [at],
        );
        expect(paretoFront(all)).toEqual(expected);
      }),
      { seed: 4242 },
    );
  });
});
