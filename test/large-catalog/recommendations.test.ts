import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { useCaseNames } from "../../src/catalog/recommend/use-cases.ts";
import { openLargeCatalog } from "../../src/testing/real-catalog.ts";
import { createCommand } from "../cli/command.ts";
import { fencesOf, readPage } from "../docs/markdown.ts";
import { printedOn } from "../terminal/printed.ts";

describe("what the guides say of the catalog of 2026-07-02", () => {
  const page = "docs/guide/recommendations.md";
  const large = openLargeCatalog();
  const { environment } = createCommand({ MODELFORGE_URL: join(large.directory, "api.json") });

  it("is what recommend says for every use case", async () => {
    const shown = fencesOf(readPage(page)).map(({ lines }) => lines.join("\n"));
    const said: string[] = [];
    for (const name of useCaseNames) {
      const words = ["recommend", name, "--explain", "--quiet"];
      said.push((await printedOn(110, words, environment)).text.trimEnd());
    }
    expect(shown).toEqual(said);
    const { models, catalog } = large.open();
    const counts = `${catalog.providers.length} providers, ${models.length.toLocaleString("en-US")} models`;
    expect(readPage(page).replaceAll(/\s+/g, " ")).toContain(counts);
  });

  it("is right of its benchmarks: most results are of coding, most models have none", () => {
    const { facts } = large.open().catalog;
    const results = facts.flatMap(({ benchmarks }) => benchmarks);
    const ofCoding = /SWE|Aider|SciCode|Coding|Terminal|Code|NL2Repo/i;
    const coding = results.filter(({ name }) => ofCoding.test(name));
    expect(coding.length / results.length).toBeGreaterThan(0.8);
    const without = facts.filter(({ benchmarks }) => benchmarks.length === 0);
    expect(without.length / facts.length).toBeGreaterThan(0.5);
  });
});
