import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Figured, modelsOf } from "../../testing/models-in-order.ts";
import { inBands } from "./bands.ts";

/** Numbers of models from 1, each with its band. */
function order(
  all: readonly Figured[],
  width = 1,
  most = Number.POSITIVE_INFINITY,
): [model: number, band: number][] {
  const which = all.map((_, model) => model);
  const places = inBands(modelsOf(all), which, width, { most, before: 0 });
  return places.map(({ model, band }) => [model + 1, band]);
}
describe("models in bands", () => {
  it("stand by cost where they are about equal to the best that is left, by figure elsewhere", () => {
    const all: Figured[] = [
      [2.5, 9],
      [2.2, 1],
      [2.0, 0.1],
      [1.9, 0.2],
    ];
    expect(order(all)).toEqual([
      [2, 1],
      [1, 1],
      [3, 2],
      [4, 2],
    ]);
  });

  it("are not about equal where they differ by just as much as their spread, whatever the figures", () => {
    // as floats, 1.93 - 1.53 is less than 0.4, and 2.33 - 1.93 is not
    for (const [best, other] of [
      [1.93, 1.53],
      [2.33, 1.93],
    ] as const) {
      const models = modelsOf([
        [best, 5],
        [other, 1],
      ]);
      models.spread.fill(0.4);
      const places = inBands(models, [0, 1], 1, { most: 2, before: 0 });
      expect(places.map(({ band }) => band)).toEqual([1, 2]);
    }
  });

  it("are measured against the one that opened the band, not against their neighbours", () => {
    const all: Figured[] = [
      [3, 5],
      [2.7, 5],
      [2.4, 1],
    ];
    expect(order(all)).toEqual([
      [1, 1],
      [2, 1],
      [3, 2],
    ]);
  });

  it("go by the middle less half a spread: of two figures the surer opens the band", () => {
    const all: Figured[] = [
      [2.5, 1, 0.8],
      [2.4, 1, 0.2],
    ];
    expect(order(all, 0).map(([model]) => model)).toEqual([2, 1]);
  });

  it("are about equal within the larger of two spreads", () => {
    expect(
      order([
        [2.5, 2, 0.3],
        [2.1, 1, 0.5],
      ]),
    ).toEqual([
      [2, 1],
      [1, 1],
    ]);
    expect(
      order([
        [2.5, 2, 0.3],
        [2.05, 1, 0.4],
      ]).map(([, band]) => band),
    ).toEqual([1, 2]);
  });

  it("are one band where cost alone counts, and a band each where quality alone does", () => {
    const all: Figured[] = [
      [2.5, 3],
      [2.4, 2],
      [-2, 1],
    ];
    expect(order(all, Number.POSITIVE_INFINITY)).toEqual([
      [3, 1],
      [2, 1],
      [1, 1],
    ]);
    expect(order(all, 0)).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });

  it("have what costs nobody knows last of a band, then by figure, then by name", () => {
    const all: Figured[] = [
      [2.4, Number.NaN],
      [2.5, Number.NaN],
      [2.3, 8],
      [2.3, 8],
    ];
    expect(order(all).map(([model]) => model)).toEqual([3, 4, 2, 1]);
  });

  it("never have a model without a figure above one that has one, whatever it costs", () => {
    const all: Figured[] = [
      [-3, 100],
      [Number.NaN, 0.01],
    ];
    expect(order(all, Number.POSITIVE_INFINITY)).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it("are placed as far as they are wanted, a band whole, as they are among all", () => {
    const all: Figured[] = [
      [2.5, 3],
      [2.4, 2],
      [1, 1],
      [0, 1],
    ];
    expect(order(all, 1, 1)).toEqual(order(all).slice(0, 2));
    expect(order(all, 1, 3)).toEqual(order(all).slice(0, 3));
  });

  it("never lift a weaker model over one that is stronger by more than a spread, by any cost", () => {
    const any = fc.array(
      fc.record({
        quality: fc.integer({ min: -30, max: 30 }),
        cost: fc.nat(9),
        wide: fc.boolean(),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(any, (all) => {
        const figured = all.map(
          ({ quality, cost, wide }): Figured => [quality / 10, cost, wide ? 0.5 : 0.3],
        );
        const placed = order(figured);
        const qualityOf = (at: number): number => figured[(placed[at]?.[0] ?? 0) - 1]?.[0] ?? 0;
        placed.forEach(([, band], at) => {
          for (let below = at + 1; below < placed.length; below += 1) {
            // two that are about equal to the same third may lie twice as far apart
            expect(qualityOf(below) - qualityOf(at)).toBeLessThan(2 * 0.5);
            expect(placed[below]?.[1]).toBeGreaterThanOrEqual(band);
          }
        });
      }),
      { seed: 4243 },
    );
  });
});
