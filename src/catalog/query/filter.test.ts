import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assortedCatalog,
  type CatalogInMemory,
  openInMemory,
  type Wire,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { filterNaively } from "../../testing/naive-filter.ts";
import { describeRealCatalogs } from "../../testing/real-catalog.ts";
import { kinds } from "../words/kinds.ts";
import { capabilities, modalities } from "../words/capability.ts";
import { explainHidden, type FilteredRows, filterRows } from "./filter.ts";
import type { ModelFilter } from "./filter-fields.ts";

const assorted = openInMemory(assortedCatalog());

/** Filters that leave something of a catalog more often than not. */
function filtersFor({ view }: CatalogInMemory): fc.Arbitrary<ModelFilter> {
  const some = <Value>(values: readonly Value[], most = 3): fc.Arbitrary<Value[]> =>
    fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: most });
  const { providers, families, statuses } = view.columns;
  const dates = fc.constantFrom("2024-12-31", "2025-08", "2025-08-07", "2026-03", "2026-03-01");
  const tokens = fc.constantFrom(0, 1, 8_192, 100_000, 128_000, 200_001, 1_048_576);
  const usd = fc.constantFrom(0, 0.1, 0.493, 1.25, 3, 10);
  const conditions: { [Key in keyof Required<ModelFilter>]: fc.Arbitrary<unknown> } = {
    provider: some([...providers, "unheard-of"], 6),
    notProvider: some(providers),
    configured: fc.subarray(providers),
    kind: some(kinds, 3),
    capability: some(capabilities, 2),
    without: some(capabilities, 2),
    inputModality: some(modalities, 2),
    outputModality: some(modalities, 2),
    maxPrice: usd,
    maxOutputPrice: usd,
    maxCost: fc.record({
      usd,
      usage: fc.record({ input: tokens, output: tokens, cached: tokens }),
      requests: fc.constantFrom(1, 1000),
    }),
    free: fc.boolean(),
    minContext: tokens,
    minOutput: tokens,
    releasedAfter: dates,
    releasedBefore: dates,
    knowledgeAfter: dates,
    family: some([...families, "unheard-of"], 4),
    openWeights: fc.boolean(),
    status: some([...statuses, "stable", "all", "unheard-of"], 3),
    includeUnpriced: fc.boolean(),
  };
  const names = Object.keys(conditions) as (keyof ModelFilter)[];
  // status and unpriced take part in the counts: they are wanted oftener than the rest
  const chosen = fc.uniqueArray(
    fc.constantFrom(...names, "status", "includeUnpriced", "maxPrice", "maxCost"),
    { maxLength: 4 },
  );
  return fc.tuple(chosen, fc.record(conditions)).map(([keys, all]) => {
    const filter: ModelFilter = {};
    for (const key of keys) Object.assign(filter, { [key]: all[key] });
    return filter;
  });
}

const plain = ({ rows, ...counts }: FilteredRows) => ({ ...counts, rows: [...rows] });

describe("filterRows", () => {
  const filter = (wanted: ModelFilter) => plain(filterRows(assorted.view, wanted));

  it("gives what a plain filter over the models gives, with the same counts of what is hidden", () => {
    const seen = { rows: 0, hiddenDeprecated: 0, hiddenUnpriced: 0, hiddenUnfit: 0 };
    fc.assert(
      fc.property(filtersFor(assorted), (wanted) => {
        const found = filter(wanted);
        expect(found).toEqual(filterNaively(assorted.models, wanted));
        if (found.rows.length > 0) seen.rows += 1;
        if (found.hiddenDeprecated > 0) seen.hiddenDeprecated += 1;
        if (found.hiddenUnpriced > 0) seen.hiddenUnpriced += 1;
        if (found.hiddenUnfit > 0) seen.hiddenUnfit += 1;
      }),
      { seed: 4401, numRuns: 300 },
    );
    // the filters were worth trying
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
  });

  it("leaves out deprecated models unless a status is asked for", () => {
    const all = filter({ status: ["all"] }).rows;
    const usual = filter({});
    const isDeprecated = (row: number): boolean => assorted.models[row]?.status === "deprecated";
    expect(all).toHaveLength(80);
    expect(usual.rows).toEqual(all.filter((row) => !isDeprecated(row)));
    expect(usual.hiddenDeprecated).toBe(all.filter(isDeprecated).length);
    expect(filter({ status: ["deprecated"] })).toEqual({
      rows: all.filter(isDeprecated),
      hiddenDeprecated: 0,
      hiddenUnpriced: 0,
      hiddenPlanned: 0,
      hiddenUnfit: 0,
    });
  });

  it("keeps the order of the rows it is given", () => {
    const among = [60, 3, 41, 3, 7];
    const { rows } = filterRows(assorted.view, { status: ["all"] }, among);
    expect([...rows]).toEqual(among);
  });

  it("asks for the price only of rows that passed everything else", () => {
    const asked: number[] = [];
    const wanted: ModelFilter = {
      provider: ["openai"],
      status: ["all"],
      // what columns do not hold
      maxCost: { usd: 100, usage: { input: 1, output: 1, reasoning: 1 }, requests: { count: 1 } },
    };
    const { columns, refs } = assorted.view;
    const modelAt = (row: number) => {
      asked.push(row);
      return assorted.view.modelAt(row);
    };
    filterRows({ columns, refs, modelAt }, wanted);
    expect(asked.map((row) => assorted.models[row]?.provider)).toEqual(Array(10).fill("openai"));
  });

  it("gives nothing of nothing", () => {
    const { view } = openInMemory({ empty: { models: {} } });
    expect(plain(filterRows(view, { maxPrice: 1 }))).toEqual({
      rows: [],
      hiddenDeprecated: 0,
      hiddenUnpriced: 0,
      hiddenPlanned: 0,
      hiddenUnfit: 0,
    });
  });

  it("leaves out under a price ceiling what is sold in a plan, unless its provider is asked for, and from what is free", () => {
    const sells = (provider: string, input: number, fields: Wire = {}) =>
      wireProvider(provider, [wireModel("m", { cost: { input, output: input } })], fields);
    const { view, models } = openInMemory(
      wireCatalog(
        sells("plan", 0),
        sells("local", 0, { env: [], api: "http://127.0.0.1:1234/v1" }),
        wireProvider("some-plan", [
          wireModel("a", { cost: { input: 0, output: 0 } }),
          wireModel("b", { cost: { input: 1, output: 1 } }),
        ]),
        wireProvider("trial", [
          wireModel("a", { cost: { input: 0, output: 0 } }),
          wireModel("b", { cost: { input: 1, output: 1 } }),
        ]),
      ),
    );
    const refs = (wanted: ModelFilter): [string[], number] => {
      const { rows, hiddenPlanned } = filterRows(view, wanted);
      return [Array.from(rows, (row) => models[row]?.ref ?? ""), hiddenPlanned];
    };
    const usage = { input: 1, output: 1 };
    const others = ["local/m", "some-plan/b", "trial/a", "trial/b"];
    expect(refs({ maxPrice: 1 })).toEqual([others, 2]);
    expect(refs({ maxOutputPrice: 1 })).toEqual([others, 2]);
    expect(refs({ maxCost: { usd: 1, usage, requests: { count: 1 } } })).toEqual([others, 2]);
    expect(refs({ maxPrice: 1, includeUnpriced: true })).toEqual([
      ["local/m", "plan/m", "some-plan/a", "some-plan/b", "trial/a", "trial/b"],
      0,
    ]);
    expect(refs({ maxPrice: 1, provider: ["plan"] })).toEqual([["plan/m"], 0]);
    expect(refs({ maxPrice: 1, configured: ["plan"] })).toEqual([["plan/m"], 0]);
    expect(refs({ free: true })).toEqual([["local/m", "trial/a"], 0]);
    const planRow = models.findIndex(({ ref }) => ref === "plan/m");
    expect(explainHidden(view, { maxPrice: 1 }, planRow)).toEqual(["it is sold in a plan"]);
    expect(explainHidden(view, { maxPrice: 1, provider: ["plan"] }, planRow)).toEqual([]);
  });

  it("charges the long-context price where the usage exceeds the threshold", () => {
    const tiers = [{ tier: { type: "context", size: 200_000 }, input: 10 }];
    const { view } = openInMemory(
      wireCatalog(
        wireProvider("p", [
          wireModel("x", { cost: { input: 1, output: 1, tiers }, limit: { context: 300_000 } }),
        ]),
      ),
    );
    const costing = (input: number, usd: number): number[] =>
      plain(
        filterRows(view, {
          maxCost: { usd, usage: { input, output: 0, cached: 0 }, requests: { count: 10 } },
        }),
      ).rows;
    expect(costing(200_000, 2)).toEqual([0]);
    expect(costing(200_001, 20)).toEqual([]);
    expect(costing(200_001, 20.0001)).toEqual([0]);
  });
});

describe("explainHidden", () => {
  const { view } = openInMemory(
    wireCatalog(
      wireProvider("p", [
        wireModel("old", { status: "deprecated", cost: { input: 5, output: 5 } }),
        wireModel("unpriced", { cost: undefined }),
      ]),
    ),
  );
  const explain = (filter: ModelFilter, row: number): string[] => explainHidden(view, filter, row);

  it("names every condition a row fails, in the words of the flags", () => {
    expect(explain({ provider: ["q"], minContext: 200_000, free: true, maxPrice: 1 }, 0)).toEqual([
      "--provider",
      "--min-context",
      "--free",
      "it is deprecated",
      "it costs more",
    ]);
    expect(explain({ status: ["beta"], maxOutputPrice: 9 }, 1)).toEqual([
      "--status",
      "its price is unknown",
    ]);
  });

  it("names the limits that a usage exceeds, where it has to be paid for or is asked about", () => {
    const usage = { input: 128_001, output: 9_000 };
    const maxCost = { usd: 1e6, usage, requests: { count: 1 } };
    const said = ["the usage exceeds its context limit", "the usage exceeds its output limit"];
    expect(explain({ maxCost, status: ["all"] }, 0)).toEqual(said);
    expect(explainHidden(view, { status: ["all"] }, 0, usage)).toEqual(said);
  });

  it("says nothing of a row that passes", () => {
    expect(explain({ maxPrice: 1, includeUnpriced: true }, 1)).toEqual([]);
  });

  it("has a reason for each row that is left out, and for no other", () => {
    fc.assert(
      fc.property(filtersFor(assorted), (wanted) => {
        const { rows } = filterRows(assorted.view, wanted);
        const explained = assorted.models.map((_, row) =>
          explainHidden(assorted.view, wanted, row),
        );
        const without = explained.flatMap((reasons, row) => (reasons.length === 0 ? [row] : []));
        expect(without).toEqual([...rows]);
      }),
      { seed: 4402, numRuns: 60 },
    );
  });
});

describeRealCatalogs("filterRows on a real catalog", (catalog) => {
  it("gives what a plain filter over the models gives", () => {
    const real = catalog.open();
    const local = real.view
      .providers()
      .filter(({ api, auth }) => auth.includes("none") || api?.startsWith("http://127.") === true)
      .map(({ id }) => id);
    fc.assert(
      fc.property(filtersFor(real), (wanted) => {
        const found = plain(filterRows(real.view, wanted));
        expect(found).toEqual(filterNaively(real.models, wanted, local));
      }),
      { seed: 4403, numRuns: 30 },
    );
  });
});
