import { describe, expect, it } from "vitest";
import { resolveModel } from "../../src/catalog/search/resolve-model.ts";
import { openInMemory } from "../../src/testing/catalog-builders.ts";
import { measureNames } from "../../src/testing/measure-names.ts";
import { openLargeCatalog } from "../../src/testing/real-catalog.ts";
import { Chance } from "../choosing/chance.ts";

const large = openLargeCatalog();
const rowsOfADay = 60;

/** Every name of some rows: `npm run bench:names` asks for those of all. */
describe("names as people paste them", () => {
  it.each([
    ["api.json", 1],
    ["history/2025-10-01.json", 2],
    ["history/2026-05-01.json", 3],
    ["history/2026-06-01.json", 4],
  ])("are resolved, or what is meant is suggested first, in %s", (file, seed) => {
    const facts = file === "api.json" ? large.read("models.json") : undefined;
    const { view, models } = openInMemory(large.read(file), facts);
    const chance = new Chance(40_000 + seed);
    const some = Array.from({ length: rowsOfADay }, () => chance.pick(models));
    const { asked, right, missed } = measureNames(view, some);
    expect(asked).toBeGreaterThan(rowsOfADay * 5);
    expect(right / asked, missed.join("\n")).toBeGreaterThanOrEqual(0.95);
  });

  it("are never asked about where it does not matter who sells a model", () => {
    const { view, models } = openInMemory(large.read("api.json"), large.read("models.json"));
    const ids = [...new Set(models.map(({ id }) => id))];
    const asking = ids.filter((name) => {
      try {
        return resolveModel(view, { name, anySeller: true }).entry.ref === "";
      } catch (error) {
        // the same ref twice, in other letters, is another question
        return !(error as Error).message.includes("differ in case alone");
      }
    });
    expect(ids.length).toBeGreaterThan(2_000);
    expect(asking).toEqual([]);
  });
});
