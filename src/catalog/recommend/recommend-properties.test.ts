import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyRows, anyScores, anyWish, catalogOf, factsOf } from "../../testing/any-wish.ts";
import {
  openInMemory,
  type Wire,
  wireCatalog,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { filterNaively } from "../../testing/naive-filter.ts";
import { estimateCost } from "../cost/estimate-cost.ts";
import { recommendModels, type Wish } from "./recommend-models.ts";
import type { Scored } from "./score.ts";

const settings = { seed: 4245, numRuns: 150 };

function recommend(document: Wire, facts: Wire, wish: Wish) {
  const { view, models } = openInMemory(document, facts);
  const { ranked, removed, front } = recommendModels(view, wish);
  const answers = ranked.map((scored) => ({ ...scored, ref: models[scored.row]?.ref ?? "" }));
  return { answers, removed, front, models };
}

/** What an answer says, without the number of its row. */
const said = (answers: (Scored & { ref: string })[]) =>
  answers.map(({ ref, score, perRequest, values }) => ({ ref, score, perRequest, values }));

describe("recommendations on any catalog", () => {
  it("never break a constraint, and account for every row", () => {
    fc.assert(
      fc.property(anyRows, anyScores, anyWish, (rows, scores, wish) => {
        const { answers, removed, models } = recommend(catalogOf(rows), factsOf(scores), wish);
        const allowed = new Set(filterNaively(models, wish.filter).rows);
        const { needs, takes, minContext } = wish.useCase;
        for (const { row } of answers) {
          const model = models[row] as (typeof models)[number];
          expect(allowed).toContain(row);
          expect(needs.every((one) => model.capabilities.includes(one))).toBe(true);
          expect(takes.every((one) => model.modalities.input.includes(one))).toBe(true);
          expect(model.limits.context ?? 0).toBeGreaterThanOrEqual(minContext);
          const { perRequest, perMonth, complete } = estimateCost(model, wish.usage, wish.requests);
          expect(perMonth ?? 0).toBeLessThanOrEqual(wish.maxMonthlyCost ?? Infinity);
          if (wish.filter.includeUnpriced !== true) expect(complete).toBe(true);
          if (complete && !wish.withFree) expect(perRequest).not.toBe(0);
        }
        const gone = removed.reduce((sum, { count }) => sum + count, 0);
        expect(gone + answers.length).toBe(models.length);
      }),
      settings,
    );
  });

  it("never rank a strictly better model below", () => {
    fc.assert(
      fc.property(anyRows, anyScores, anyWish, (rows, scores, wish) => {
        const { answers, models } = recommend(catalogOf(rows), factsOf(scores), wish);
        const merits = answers.map(({ row, perRequest, values }) => {
          const model = models[row] as (typeof models)[number];
          const wanted = wish.useCase.wants.filter((one) => model.capabilities.includes(one));
          const status = model.status === null ? 2 : model.status === "beta" ? 1 : 0;
          const { context, output } = model.limits;
          const known = [perRequest, values.quality, values.recency, context, output].every(
            (value) => value !== null,
          );
          const { quality, recency } = values;
          const figures = [-(perRequest ?? 0), quality, recency, context, output, wanted.length];
          return known ? [...figures.map((value) => value ?? 0), status] : null;
        });
        merits.forEach((worse, at) => {
          for (const better of merits.slice(at + 1)) {
            if (worse === null || better === null) continue;
            const isBetter =
              better.every((value, of) => value >= (worse[of] ?? 0)) &&
              better.some((value, of) => value > (worse[of] ?? 0));
            expect([isBetter, better, worse]).toEqual([false, better, worse]);
          }
        });
      }),
      settings,
    );
  });

  it("do not change where a dominated model is added, neither in order nor in score", () => {
    fc.assert(
      fc.property(anyRows, anyScores, anyWish, fc.nat(), (rows, scores, wish, pick) => {
        const document = catalogOf(rows);
        const before = recommend(document, factsOf(scores), wish);
        const beaten = before.answers[pick % Math.max(1, before.answers.length)];
        // unknown counts as the middle: a row without figures is not beaten by one below the middle
        if (beaten?.perRequest == null || (beaten.values.quality ?? 1) < 0.5) return;
        const id = beaten.ref.slice("lab/".length);
        const own = (document.lab as { models: Record<string, Wire> }).models[id] as Wire;
        const { input = 0, ...rest } = own.cost as { input?: number };
        const cost = { ...rest, input: input + 0.01 };
        const worse = { ...own, id: "zinnia", name: "zinnia", cost };
        const after = recommend(
          wireCatalog(document.lab as Wire, wireProvider("aside", [worse])),
          factsOf(scores),
          wish,
        );
        const others = after.answers.filter(({ ref }) => ref !== "aside/zinnia");
        expect(said(others)).toEqual(said(before.answers));
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
