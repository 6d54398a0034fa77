import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inOrder, type Points, paretoFront } from "./front.ts";

const pointsOf = (all: readonly (readonly number[])[]): Points => ({
  figures: Float64Array.from(all.flat()),
  width: all[0]?.length ?? 1,
});

function front(all: readonly (readonly number[])[]): number[] {
  const points = pointsOf(all);
  return paretoFront(points, inOrder(points));
}

describe("inOrder", () => {
  it("goes by the first figure, equals by the next, and leaves the same as they came", () => {
    const points = [
      [1, 9],
      [2, 1],
      [2, 3],
      [Number.NEGATIVE_INFINITY, 9],
      [2, 1],
    ];
    expect([...inOrder(pointsOf(points))]).toEqual([2, 1, 4, 0, 3]);
  });
});

describe("paretoFront", () => {
  it("is empty for no points and the point for one", () => {
    expect(front([])).toEqual([]);
    expect(front([[3, 4]])).toEqual([0]);
  });

  it("leaves out what another beats in something and equals in the rest", () => {
    expect(
      front([
        [1, 1],
        [1, 2],
      ]),
    ).toEqual([1]);
    expect(
      front([
        [1, 1],
        [1, 1],
      ]),
    ).toEqual([0, 1]);
    expect(
      front([
        [2, 0],
        [1, 1],
      ]),
    ).toEqual([0, 1]);
  });

  it("has what has no cost only where it is better in something", () => {
    const none = Number.NEGATIVE_INFINITY;
    expect(
      front([
        [none, 1],
        [-5, 1],
      ]),
    ).toEqual([1]);
    expect(
      front([
        [none, 2],
        [-5, 1],
      ]),
    ).toEqual([0, 1]);
  });

  it("keeps what nobody beats, in the order given, equal points all", () => {
    const points = [
      [1, 5],
      [3, 3],
      [2, 2],
      [5, 1],
      [3, 3],
    ];
    expect(front(points)).toEqual([0, 1, 3, 4]);
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
        expect(front(all)).toEqual(expected);
      }),
      { seed: 4242 },
    );
  });
});
