import { describe, expect, it } from "vitest";
import {
  assortedCatalog,
  openInMemory,
  wireCatalog,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { recordedCatalog } from "../../testing/real-catalog.ts";
import { usableRows } from "./constraints.ts";
import { describeRanking } from "./describe-ranking.ts";
import { demandOf } from "../cost/fit.ts";
import { recommendModels } from "./recommend-models.ts";
import { useCaseNames } from "./use-cases.ts";
import { keptRanking, keptRows, mostKept, usualAnswers, usualWish } from "./usual-rankings.ts";

describe.each([
  ["the recorded catalog", recordedCatalog.open().view],
  ["an odd catalog", openInMemory(assortedCatalog()).view],
  ["a catalog without models", openInMemory(wireCatalog(wireProvider("p", []))).view],
])("the kept rankings of %s", (_, view) => {
  it.each([undefined, ...useCaseNames])(
    "say of %s what is worked out without them, byte for byte",
    (useCase) => {
      const wish = usualWish(useCase);
      const ranking = recommendModels(view, wish);
      for (const most of [1, 5, mostKept]) {
        // what is said of rows is no part of it
        const { inDoubt: _, ...kept } = keptRanking(view, useCase, most) ?? {};
        expect(JSON.stringify(kept)).toBe(
          JSON.stringify(describeRanking(view, ranking, wish, most)),
        );
      }
    },
  );

  it.each([undefined, ...useCaseNames])(
    "show for %s the offers of whoever a credential is at hand for, as they are worked out without",
    (useCase) => {
      const { providers } = view.columns;
      for (const atHand of [providers, providers.slice(0, 3), ["openrouter"], ["nobody"]]) {
        const wish = { ...usualWish(useCase), atHand };
        const ranking = recommendModels(view, wish);
        const { inDoubt: _, ...kept } = keptRanking(view, useCase, mostKept, () => atHand) ?? {};
        expect(kept).toEqual(describeRanking(view, ranking, wish, mostKept));
      }
    },
  );

  it.each([undefined, ...useCaseNames])(
    "begin for %s with the rows, and the reasons against the others, that looking at all of them gives",
    (useCase) => {
      const { useCase: own, usage } = usualWish(useCase);
      const usable = usableRows(view, {}, own, demandOf(usage, "input"));
      expect(keptRows(view, useCase)).toEqual(usable);
    },
  );

  it("are the same whenever they are worked out", () => {
    expect(usualAnswers(view)).toEqual(usualAnswers(view));
  });
});

it("gives no ranking where more is asked for than was kept", () => {
  const { view } = openInMemory(assortedCatalog());
  expect(keptRanking(view, "coding", mostKept)).toBeDefined();
  expect(keptRanking(view, "coding", mostKept + 1)).toBeUndefined();
});

describe("what is said of a recommendation", () => {
  const { view } = recordedCatalog.open();
  const recommendations = useCaseNames.flatMap(
    (useCase) => keptRanking(view, useCase, mostKept)?.recommendations ?? [],
  );

  it("adds up to the figure, to the last digit that is shown", () => {
    const figured = recommendations.filter(({ quality }) => quality !== null);
    expect(figured.length).toBeGreaterThan(30);
    for (const { quality, evidence } of figured) {
      const grounds = evidence?.grounds.reduce((sum, { points }) => sum + points, 0) ?? 0;
      const sum = (evidence?.start ?? 0) + grounds + (evidence?.moved ?? 0);
      expect(sum.toFixed(2)).toBe(quality?.value.toFixed(2));
      expect(evidence?.results.length).toBe(quality?.results);
      expect(quality?.label).toBe(quality?.results === 0 ? "expected" : "published");
    }
  });

  it("names the figure or the facts, what decided, whether it fits and why it is this offer", () => {
    expect(recommendations.length).toBeGreaterThan(50);
    for (const { quality, reasons } of recommendations) {
      const about: string[] = reasons.map((reason) => reason.about);
      const grounds = quality === null ? ["facts"] : ["quality", "band"];
      expect(about.filter((one) => !grounds.includes(one))).toEqual(
        expect.arrayContaining(["cost", "fit", "offer"]),
      );
      for (const one of grounds) expect([about, about.includes(one)]).toEqual([about, true]);
    }
  });
});
