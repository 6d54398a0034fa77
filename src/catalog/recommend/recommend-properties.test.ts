import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyRows, anyScores, anyWish, catalogOf, factsOf } from "../../testing/any-wish.ts";
import { openInMemory, type Wire } from "../../testing/catalog-builders.ts";
import { filterNaively } from "../../testing/naive-filter.ts";
import { estimateCost } from "../cost/estimate-cost.ts";
import { demandOf, fitOf } from "../cost/fit.ts";
import { type Placed, recommendModels, type Wish } from "./recommend-models.ts";

const settings = { seed: 4245, numRuns: 150 };

function recommend(document: Wire, facts: Wire, wish: Wish) {
  const { view, models } = openInMemory(document, facts);
  const { ranked, candidates, removed, front } = recommendModels(view, wish);
  expect(ranked).toHaveLength(candidates);
  const ref = (row: number): string => models[row]?.ref ?? "";
  const said = ({ row, openedBy, cheapestRow, ...placed }: Placed) => ({
    ...placed,
    ref: ref(row),
    first: ref(openedBy),
    least: cheapestRow === undefined ? null : ref(cheapestRow),
    // numbers of rows and groups depend on what else there is
    usualRow: undefined,
    group: undefined,
  });
  const points = front.map(({ row, ...point }) => ({ ...point, ref: ref(row) }));
  return { answers: ranked.map(said), ranked, removed, front: points, models, view };
}

describe("recommendations on any catalog", () => {
  it("never break a constraint, and account for every row", () => {
    fc.assert(
      fc.property(anyRows, anyScores, anyWish, (rows, scores, wish) => {
        const { ranked, removed, models } = recommend(catalogOf(rows), factsOf(scores), wish);
        const allowed = new Set(filterNaively(models, wish.filter).rows);
        const { needs, takes, minContext } = wish.useCase;
        for (const { row } of ranked) {
          const model = models[row] as (typeof models)[number];
          expect(allowed).toContain(row);
          expect(needs.every((one) => model.capabilities.includes(one))).toBe(true);
          expect(takes.every((one) => model.modalities.input.includes(one))).toBe(true);
          expect(model.limits.context ?? 0).toBeGreaterThanOrEqual(minContext);
          expect(fitOf(model.limits, demandOf(wish.usage)).fits).not.toBe(false);
          const { perRequest, perMonth, complete } = estimateCost(model, wish.usage, wish.requests);
          expect(perMonth ?? 0).toBeLessThanOrEqual(wish.maxMonthlyCost ?? Infinity);
          if (wish.filter.includeUnpriced !== true) expect(complete).toBe(true);
          if (complete && wish.filter.free !== true) expect(perRequest).not.toBe(0);
          if (wish.filter.status === undefined) expect(model.status).toBeNull();
        }
        const gone = removed.reduce((sum, { count }) => sum + count, 0);
        expect(gone + ranked.length).toBe(models.length);
      }),
      settings,
    );
  });

  it("never have a model below one that its figure and its cost beat by themselves", () => {
    fc.assert(
      fc.property(anyRows, anyScores, anyWish, (rows, scores, wish) => {
        const { ranked, view } = recommend(catalogOf(rows), factsOf(scores), wish);
        const { quality, spread } = view.columns;
        const at = (column: Float64Array, { row }: Placed): number => column[row] as number;
        ranked.forEach((above, place) => {
          for (const below of ranked.slice(place + 1)) {
            if (above.isNamed !== below.isNamed) continue;
            if (at(spread, above) !== at(spread, below)) continue;
            const isBeaten =
              at(quality, below) > at(quality, above) &&
              (below.deciding.perRequest ?? Infinity) < (above.deciding.perRequest ?? Infinity);
            expect(isBeaten).toBe(false);
          }
        });
      }),
      settings,
    );
  });

  it("are the same, in the same order, whatever credentials are at hand", () => {
    const anyHand = fc.subarray(["lab", "other", "third"]);
    fc.assert(
      fc.property(anyRows, anyScores, anyWish, anyHand, (rows, scores, wish, atHand) => {
        const groups = (asked: Wish) =>
          recommend(catalogOf(rows), factsOf(scores), asked).ranked.map(
            ({ group, band, deciding }) => [group, band, deciding],
          );
        expect(groups({ ...wish, atHand })).toEqual(groups(wish));
      }),
      settings,
    );
  });

  it("depend neither on the order of the rows nor on having been asked before", () => {
    fc.assert(
      fc.property(anyRows, anyScores, anyWish, (rows, scores, wish) => {
        const document = catalogOf(rows);
        const turned = (record: Wire): Wire =>
          Object.fromEntries(Object.entries(record).toReversed());
        const lab = document.lab as { models: Wire };
        const mixed = turned({ lab: turned({ ...lab, models: turned(lab.models) }) });
        const first = recommend(document, factsOf(scores), wish);
        for (const again of [
          recommend(mixed, turned(factsOf(scores)), wish),
          recommend(document, factsOf(scores), wish),
        ]) {
          expect(again.answers).toEqual(first.answers);
          expect(again.removed).toEqual(first.removed);
          expect(again.front).toEqual(first.front);
        }
      }),
      settings,
    );
  });
});
