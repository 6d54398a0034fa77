import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseCatalog } from "../../src/catalog/parse/catalog.ts";
import type { ModelInfo } from "../../src/catalog/words/model.ts";
import { openLargeCatalog } from "../../src/testing/real-catalog.ts";
import { createCommand } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";

const large = openLargeCatalog();

interface Row {
  ref: string;
  status: string | null;
  capabilities: string[];
  price: { input: number | null; output: number | null; tiers: unknown[] } | null;
}

describe("the catalog as served on 2026-07-02", () => {
  const count = (test: (model: ModelInfo) => boolean): number =>
    large.open().models.filter(test).length;

  it("gives the figures its makers published", () => {
    expect({
      providers: large.open().catalog.providers.length,
      models: large.open().models.length,
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

  it("has 164 ids that are also another row's ref", () => {
    const { models } = large.open();
    const ids = new Set(models.map(({ id }) => id));
    expect(models.filter(({ ref }) => ids.has(ref))).toHaveLength(164);
  });

  it("is the same catalog in its catalog.json", () => {
    const { models, facts } = parseCatalog(large.read("catalog.json"));
    const known = large.open().catalog.models;
    expect(models.map(({ model }) => model)).toEqual(known.map(({ model }) => model));
    expect(facts).toEqual(large.open().catalog.facts);
  });

  it("has the counts that its README names", async () => {
    const { ask } = createCommand({ MODELFORGE_URL: join(large.directory, "api.json") });
    const { catalog, result } = answerOf<Row[]>(await ask(["list", "--status=all", "--json"]));
    const providers = await ask(["providers", "list", "--json"]);
    const sold = answerOf<{ models: number }[]>(providers).result;
    const those = (has: (row: Row) => boolean): number => result.filter(has).length;
    expect(figuresOf(readFileSync(join(large.directory, "README.md"), "utf8"))).toEqual({
      providers: sold.length,
      models: result.length,
      unpriced: those(({ price }) => price === null),
      free: those(({ price }) => price?.input === 0 && price.output === 0),
      deprecated: those(({ status }) => status === "deprecated"),
      beta: those(({ status }) => status === "beta"),
      alpha: those(({ status }) => status === "alpha"),
      tiered: those(({ price }) => (price?.tiers.length ?? 0) > 0),
      reasoning: those(({ capabilities }) => capabilities.includes("reasoning")),
      tools: those(({ capabilities }) => capabilities.includes("tools")),
    });
    expect(catalog).toMatchObject({ providers: sold.length, models: result.length });
  });
});

describe("older days of the catalog", () => {
  it.each(["history/2025-10-01.json", "history/2026-05-01.json", "history/2026-06-01.json"])(
    "read %s with nothing set aside",
    (name) => {
      const document = large.read(name) as Record<string, { models: object }>;
      const { models, providers, findings } = parseCatalog(document);
      const rows = Object.values(document).map((one) => Object.keys(one.models).length);
      expect(findings.setAside).toEqual([]);
      expect(providers.length).toBe(Object.keys(document).length);
      expect(models.length).toBe(rows.reduce((sum, one) => sum + one, 0));
    },
  );
});

function figuresOf(readme: string): Record<string, number> {
  const figure = (pattern: RegExp): number =>
    Number(pattern.exec(readme)?.[1]?.replaceAll(",", ""));
  return {
    providers: figure(/([\d,]+) providers/),
    models: figure(/([\d,]+) models/),
    unpriced: figure(/([\d,]+) without `cost`/),
    free: figure(/([\d,]+) with input and output 0/),
    deprecated: figure(/([\d,]+) deprecated/),
    beta: figure(/([\d,]+) beta/),
    alpha: figure(/([\d,]+) alpha/),
    tiered: figure(/([\d,]+) with `cost.tiers`/),
    reasoning: figure(/([\d,]+) reasoning/),
    tools: figure(/([\d,]+) tool_call/),
  };
}
