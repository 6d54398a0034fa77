import { describe, expect, it } from "vitest";
import { identify } from "../../src/catalog/inferred/identity/identify.ts";
import { scorePairs } from "../../src/catalog/inferred/identity/pair-score.ts";
import { parseCatalog } from "../../src/catalog/parse/catalog.ts";
import { openLargeCatalog } from "../../src/testing/real-catalog.ts";

const large = openLargeCatalog();

function readLabels(): Record<string, string> {
  return large.read("same-model.json") as Record<string, string>;
}

describe("sameness in the catalog as served on 2026-07-02", () => {
  it("agrees with upstream's own answers in nearly all pairs", () => {
    const { models, catalog } = large.open();
    const score = scorePairs(models, identify(models, catalog.facts), readLabels());
    expect(score.rows).toBe(651);
    expect(score.precision).toBeGreaterThanOrEqual(0.99);
    expect(score.recall).toBeGreaterThanOrEqual(0.95);
  });
});

describe("sameness in older days of the catalog", () => {
  it.each(["2025-10-01", "2026-05-01", "2026-06-01"])("agrees on %s as well", (day) => {
    const { models, facts } = parseCatalog(
      large.read(`history/${day}.json`),
      large.read("models.json"),
    );
    const rows = models.map(({ model }) => model);
    const score = scorePairs(rows, identify(rows, facts), readLabels());
    expect(score.precision).toBeGreaterThanOrEqual(0.99);
    expect(score.recall).toBeGreaterThanOrEqual(0.9);
  });
});
