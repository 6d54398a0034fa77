import * as fc from "fast-check";
import { expect, it } from "vitest";
import { type Figured, modelsOf } from "../../testing/models-in-order.ts";
import { undominated } from "./front.ts";

const front = (all: readonly Figured[]): number[] =>
  undominated(
    modelsOf(all),
    all.map((_, model) => model),
  );

it("has, cheapest first, whom nobody beats in both, equals all", () => {
  expect(
    front([
      [5, 4],
      [1, 1],
      [3, 2],
      [2, 3],
      [3, 2],
    ]),
  ).toEqual([1, 2, 4, 0]);
});

it("has nobody whose cost or figure is not known", () => {
  expect(
    front([
      [Number.NaN, 1],
      [1, Number.NaN],
    ]),
  ).toEqual([]);
});

it("is what comparing every pair gives", () => {
  const points = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 30 });
  fc.assert(
    fc.property(points, (all) => {
      const beats = ([quality, cost]: Figured, [than, costs]: Figured): boolean =>
        quality >= than && cost <= costs && (quality > than || cost < costs);
      const expected = all.flatMap((one, model) =>
        all.some((other) => beats(other, one)) ? [] : [model],
      );
      expect(front(all).sort((a, b) => a - b)).toEqual(expected);
    }),
    { seed: 4242 },
  );
});
