import { expect, it } from "vitest";
import { describeRealCatalog, openRealCatalog, readRealFile } from "../../testing/real-catalog.ts";
import type { ModelInfo } from "../words/model.ts";
import { parseCatalog } from "./catalog.ts";

describeRealCatalog("the catalog as served on 2026-07-02", () => {
  const count = (test: (model: ModelInfo) => boolean): number =>
    openRealCatalog().models.filter(test).length;

  it("gives the figures its makers published", () => {
    expect({
      providers: openRealCatalog().catalog.providers.length,
      models: openRealCatalog().models.length,
      withoutCost: count(({ price }) => price === null),
      free: count(({ price }) => price?.input === 0 && price.output === 0),
      deprecated: count(({ status }) => status === "deprecated"),
      beta: count(({ status }) => status === "beta"),
      alpha: count(({ status }) => status === "alpha"),
      // the same rows name context_over_200k, which alone would also become a tier
      withTiers: count(({ price }) => (price?.tiers.length ?? 0) > 0),
      withSlash: count(({ id }) => id.includes("/")),
      reasoning: count(({ capabilities }) => capabilities.includes("reasoning")),
      tools: count(({ capabilities }) => capabilities.includes("tools")),
    }).toEqual({
      providers: 147,
      models: 5_276,
      withoutCost: 382,
      free: 432,
      deprecated: 121,
      beta: 35,
      alpha: 2,
      withTiers: 190,
      withSlash: 2_893,
      reasoning: 3_186,
      tools: 4_128,
    });
  });

  it("sets nothing aside and meets no unknown field", () => {
    const { findings } = openRealCatalog().catalog;
    expect(findings.setAside).toEqual([]);
    expect({ ...findings.unknownFields }).toEqual({});
  });

  it("is the same catalog in catalog.json", () => {
    const { models, facts } = parseCatalog(readRealFile("catalog.json"));
    expect(models.map(({ model }) => model)).toEqual(openRealCatalog().models);
    expect(facts).toEqual(openRealCatalog().catalog.facts);
    expect(facts.length).toBeGreaterThan(0);
  });

  it("knows no date that is impossible", () => {
    const odd = Object.entries(openRealCatalog().catalog.findings.oddValues);
    expect(odd.filter(([path]) => path.includes("date")).length).toBeGreaterThan(0);
    expect(count(({ releaseDate }) => releaseDate?.startsWith("1970") === true)).toBe(0);
  });
});

describeRealCatalog("older days of the catalog", () => {
  it.each([
    "api.json",
    "history/2025-10-01.json",
    "history/2026-05-01.json",
    "history/2026-06-01.json",
  ])("read %s with nothing set aside", (name) => {
    const document = readRealFile(name) as Record<string, { models: object }>;
    const { models, providers, findings } = parseCatalog(document);
    const rows = Object.values(document).map((one) => Object.keys(one.models).length);
    expect(findings.setAside).toEqual([]);
    expect(providers.length).toBe(Object.keys(document).length);
    expect(models.length).toBe(rows.reduce((sum, one) => sum + one, 0));
  });
});
