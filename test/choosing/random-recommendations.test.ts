import { expect, it } from "vitest";
import { useCaseNames } from "../../src/catalog/recommend/use-cases.ts";
import { costAll } from "../../src/operations/estimate-cost/estimate-cost.ts";
import type { RecommendModelsInput } from "../../src/operations/recommend-models/input.ts";
import { recommend } from "../../src/operations/recommend-models/recommend-models.ts";
import { describeRealCatalogs } from "../../src/testing/real-catalog.ts";
import { Chance } from "./chance.ts";
import { isClose, wireCost, wireExceeds, wireFits, type WireRow, wireRows } from "./wire.ts";

/** As somebody may ask who has no mercy. */
function anyQuestion(chance: Chance, providers: readonly string[]): RecommendModelsInput {
  const input: RecommendModelsInput = { usage: chance.usage().usage, limit: 1 + chance.below(60) };
  if (chance.happens(0.9)) input.useCase = chance.pick(useCaseNames);
  if (chance.happens(0.3)) input.provider = chance.several(providers, 1 + chance.below(8));
  if (chance.happens(0.2)) input.minContext = chance.below(400_000);
  if (chance.happens(0.2)) input.maxPrice = chance.below(100) / 10;
  if (chance.happens(0.2)) input.includeUnpriced = true;
  if (chance.happens(0.1)) input.free = true;
  if (chance.happens(0.2)) input.cheapest = true;
  if (chance.happens(0.3)) input.weights = { cost: chance.below(11) / 10 };
  return input;
}

describeRealCatalogs("500 questions by chance", (catalog) => {
  it("recommend nothing that a request does not fit, by limits read from the source itself", () => {
    const { view } = catalog.open();
    const rows = new Map(wireRows(catalog).map((row) => [row.ref, row]));
    const { providers } = view.columns;
    const chance = new Chance(2_026);
    let seen = 0;
    for (let round = 0; round < 500; round += 1) {
      const question = anyQuestion(chance, providers);
      const usage = { input: 0, output: 0, ...question.usage };
      const atHand = chance.several(providers, chance.below(6));
      const { recommendations } = recommend(view, question, () => atHand);
      for (const { model, cost, fits, exceeds } of recommendations) {
        const row = rows.get(model.ref) as WireRow;
        expect([model.ref, usage, wireExceeds(row, usage)]).toEqual([model.ref, usage, []]);
        expect([fits, exceeds]).toEqual([wireFits(row, usage), []]);
        expect(isClose(cost.perRequest, wireCost(row, usage).perRequest)).toBe(true);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(1_000);
  });

  it("are told of each cost whether the request fits, and which limits it exceeds", () => {
    const { view } = catalog.open();
    const rows = wireRows(catalog);
    const byRef = new Map(rows.map((row) => [row.ref, row]));
    const chance = new Chance(2_027);
    const seen = new Map<boolean | null, number>();
    for (let round = 0; round < 500; round += 1) {
      const models = chance.several(rows, 4).map(({ ref }) => ref);
      const { usage } = chance.usage();
      const { costs } = costAll(view, { models, usage });
      expect(costs).toHaveLength(models.length);
      for (const { ref, fits, exceeds } of costs) {
        const row = byRef.get(ref) as WireRow;
        const expected = { fits: wireFits(row, usage), exceeds: wireExceeds(row, usage) };
        expect({ ref, usage, fits, exceeds }).toEqual({ ref, usage, ...expected });
        seen.set(fits, (seen.get(fits) ?? 0) + 1);
      }
    }
    for (const fits of [true, false, null]) expect(seen.get(fits)).toBeGreaterThan(10);
  });
});
