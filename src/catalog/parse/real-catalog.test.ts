import { expect, it } from "vitest";
import { describeRealCatalogs } from "../../testing/real-catalog.ts";
import { parseCatalog } from "./catalog.ts";

describeRealCatalogs("a real catalog", (real) => {
  it("has no row that is set aside and no field that is unknown", () => {
    const { findings } = real.open().catalog;
    expect(findings.setAside).toEqual([]);
    expect({ ...findings.unknownFields }).toEqual({});
  });

  it("is the same catalog in the form of catalog.json", () => {
    const both = { providers: real.read("api.json"), models: real.read("models.json") };
    const { models, facts } = parseCatalog(both);
    expect(models).toEqual(real.open().catalog.models);
    expect(facts).toEqual(real.open().catalog.facts);
    expect(facts.length).toBeGreaterThan(0);
  });

  it("knows no date that is impossible", () => {
    const { catalog, models } = real.open();
    const odd = Object.entries(catalog.findings.oddValues);
    expect(odd.filter(([path]) => path.includes("date")).length).toBeGreaterThan(0);
    expect(models.filter(({ releaseDate }) => releaseDate?.startsWith("1970"))).toEqual([]);
  });
});
