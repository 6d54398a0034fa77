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
    "begin for %s with the rows, and the reasons against the others, that looking at all of them gives",
    (useCase) => {
      expect(keptRows(view, useCase)).toEqual(usableRows(view, {}, usualWish(useCase).useCase));
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
