import { assert, double, nat, property, record, stringMatching, uniqueArray } from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCatalog } from "../../catalog/parse/catalog.ts";
import { wireCatalog, wireModel, wireProvider } from "../../testing/catalog-builders.ts";
import { readBody } from "../read-body.ts";
import { joinBody } from "./join-body.ts";
import type { OwnRow } from "./own-row.ts";

const priced = (id: string, cost: unknown, more = {}) => ({ ...wireModel(id), cost, ...more });

const document = wireCatalog(
  wireProvider("openai", [
    priced("gpt-5", {
      input: 1,
      output: 10,
      cache_read: 0.1,
      reasoning: 12,
      tiers: [{ tier: { size: 200_000 }, input: 2, output: 20 }],
    }),
    priced("gpt-yuan", { input: 7, output: 9 }, { currency: "CNY" }),
  ]),
);

function joined(own: readonly OwnRow[], wire: unknown = document) {
  const body = joinBody(parseCatalog(structuredClone(wire)), own, undefined);
  const { models, providers } = readBody(body, { isJoined: true });
  const rowOf = (ref: string) => models.find(({ model }) => model.ref === ref)?.model;
  return { models, providers, rowOf, body };
}

const row = (ref: string, said: Partial<OwnRow> = {}): OwnRow => {
  const [provider = "", id = ""] = ref.split("/");
  return { ref, provider, id, ...said };
};

describe("a catalog with what a configuration says", () => {
  it("has a model of one's own, of which nothing is known but what is said", () => {
    const { rowOf } = joined([row("openai/mine", { price: { input: 3 } })]);
    expect(rowOf("openai/mine")).toMatchObject({
      name: "mine",
      origin: "config",
      price: { input: 3, output: null, cacheRead: null, tiers: [] },
      limits: { context: null, input: null, output: null },
      capabilities: [],
    });
  });

  it("has a provider of one's own, with its address and variables", () => {
    const own = row("house/llama", { baseUrl: "http://127.0.0.1:1/v1", env: ["HOUSE_KEY"] });
    expect(joined([own]).providers.map(({ provider }) => provider)).toMatchObject([
      { id: "house", api: "http://127.0.0.1:1/v1", env: ["HOUSE_KEY"], models: 1 },
      { id: "openai", models: 2 },
    ]);
  });

  it("says in the catalog's place what is said, says what that is, and leaves the rest", () => {
    const said = { name: "Ours", price: { input: 0.5 }, limits: { output: 9 } };
    const model = joined([row("openai/gpt-5", said)]).rowOf("openai/gpt-5");
    expect(model).toMatchObject({
      name: "Ours",
      price: { input: 0.5, output: 10, cacheRead: 0.1, reasoning: 12 },
      limits: { output: 9 },
      configured: ["name", "limits.output", "price.input"],
    });
    expect(model).not.toHaveProperty("origin");
  });

  it("has prices of its own for every length, does not know those of long contexts beside one of them, and keeps them beside a limit", () => {
    const tiersOf = (said: Partial<OwnRow>) =>
      joined([row("openai/gpt-5", said)]).rowOf("openai/gpt-5")?.price?.tiers;
    expect(tiersOf({ price: { input: 1, output: 8 } })).toEqual([]);
    expect(tiersOf({ price: { output: 8 } })).toMatchObject([
      { aboveTokens: 200_000, input: 2, output: null },
    ]);
    expect(tiersOf({ price: { cacheRead: 0.1 }, limits: { context: 5 } })).toMatchObject([
      { aboveTokens: 200_000, input: 2, output: 20, cacheRead: null },
    ]);
    // the catalog's own word again
    const { input } = joined([]).rowOf("openai/gpt-5")?.price ?? {};
    expect(tiersOf({ price: { input: input ?? 0, cacheRead: 0.2 } })).toMatchObject([
      { input: 2, output: 20, cacheRead: null },
    ]);
    expect(tiersOf({ limits: { context: 5 } })).toMatchObject([{ input: 2, output: 20 }]);
  });

  it("says of prices for every length that they are its own, also where they are those of short contexts", () => {
    const of = (price: object) => joined([row("openai/gpt-5", { price })]).rowOf("openai/gpt-5");
    const { input, output } = joined([]).rowOf("openai/gpt-5")?.price ?? {};
    const model = of({ input, output });
    expect(model).toMatchObject({ configured: ["price.input", "price.output"] });
    expect(model?.price?.tiers).toEqual([]);
    expect(of({ input })).not.toHaveProperty("configured");
  });

  it("says of a row of the catalog what an override says, its status and what it can do, too", () => {
    const said: Partial<OwnRow> = {
      isOverride: true,
      status: "beta",
      capabilities: { tools: false, vision: true, "open-weights": true },
      limits: { context: 5 },
    };
    const before = joined([]).rowOf("openai/gpt-5");
    const model = joined([row("openai/gpt-5", said)]).rowOf("openai/gpt-5");
    expect(before?.capabilities).toEqual(["tools", "temperature"]);
    expect(model).toMatchObject({
      status: "beta",
      capabilities: ["temperature", "vision", "open-weights"],
      modalities: { input: ["text", "image"] },
      limits: { context: 5 },
      configured: [
        "status",
        "capabilities.tools",
        "capabilities.vision",
        "capabilities.open-weights",
        "limits.context",
      ],
    });
  });

  it("takes a deprecation back, however the catalog says it", () => {
    const old = { ...wireModel("old"), status: "deprecated", deprecation_date: "2020-01-01" };
    const wire = wireCatalog(wireProvider("openai", [old]));
    const said: Partial<OwnRow> = { isOverride: true, status: "active" };
    expect(joined([], wire).rowOf("openai/old")?.status).toBe("deprecated");
    expect(joined([row("openai/old", said)], wire).rowOf("openai/old")?.status).toBeNull();
  });

  it("takes a capability away that another catalog lists", () => {
    const other = { ...wireModel("m"), capabilities: ["vision", "audio"] };
    const wire = wireCatalog(wireProvider("openai", [other]));
    const said: Partial<OwnRow> = { isOverride: true, capabilities: { vision: false } };
    const before = joined([], wire).rowOf("openai/m")?.capabilities ?? [];
    expect(before).toContain("vision");
    const after = joined([row("openai/m", said)], wire).rowOf("openai/m");
    expect(after?.capabilities).toEqual(before.filter((one) => one !== "vision"));
  });

  it("adds no row for an override of one that the catalog lacks", () => {
    const { models } = joined([row("openai/none", { isOverride: true, price: { input: 1 } })]);
    expect(models).toHaveLength(2);
  });

  it("knows of a model of one's own what it can do where that is said alone", () => {
    const own = row("openai/mine", { capabilities: { tools: true, vision: false, pdf: true } });
    expect(joined([own]).rowOf("openai/mine")).toMatchObject({
      capabilities: ["tools", "pdf"],
      configured: ["capabilities.tools", "capabilities.vision", "capabilities.pdf"],
    });
  });

  it("is of the provider that is written in other letters", () => {
    const { models, providers } = joined([row("OpenAI/mine"), row("open_ai/other")]);
    expect(providers.map(({ provider }) => provider.id)).toEqual(["open_ai", "openai"]);
    expect(models.map(({ model }) => model.ref)).toContain("openai/mine");
  });

  it("knows a price in USD of one's own where the catalog's is in something else", () => {
    const { rowOf } = joined([row("openai/gpt-yuan", { price: { input: 2 } })]);
    expect(rowOf("openai/gpt-yuan")).toMatchObject({ price: { input: 2, output: null } });
    expect(rowOf("openai/gpt-yuan")).not.toHaveProperty("notUnderstood");
  });

  it("does not mark what says the same as the catalog", () => {
    const own = [
      row("openai/gpt-5", { name: "gpt-5", price: { input: 1 } }),
      row("openai/gpt-yuan"),
    ];
    for (const { model } of joined(own).models) {
      expect(model).not.toHaveProperty("origin");
      expect(model).not.toHaveProperty("configured");
    }
  });

  it("means the row that differs in case alone", () => {
    const { models, rowOf } = joined([row("OpenAI/GPT-5", { price: { input: 4 } })]);
    expect(models).toHaveLength(2);
    expect(rowOf("openai/gpt-5")?.price?.input).toBe(4);
  });

  it("takes no word of a source for a configuration's", () => {
    const lying = { "\u0000modelforge": { origin: "config", price: { input: 0 } } };
    const wire = wireCatalog(wireProvider("openai", [{ ...wireModel("gpt-5"), ...lying }]));
    const alone = readBody({
      catalog: new TextEncoder().encode(JSON.stringify(wire)),
      facts: undefined,
    });
    expect(alone.models[0]?.model).not.toHaveProperty("origin");
    const { rowOf } = joined([row("openai/mine")], wire);
    expect(rowOf("openai/gpt-5")).not.toHaveProperty("origin");
    expect(rowOf("openai/mine")).toHaveProperty("origin", "config");
  });

  it("sets aside a name that no row can have, and keeps all others", () => {
    const own = ["__proto__/a", "openai/__proto__", "openai/ ", "openai/fine"].map((ref) =>
      row(ref),
    );
    const refs = joined(own).models.map(({ model }) => model.ref);
    expect(refs).toEqual(["openai/fine", "openai/gpt-5", "openai/gpt-yuan"]);
  });

  it("leaves every row as it is that nothing is said of, whatever the catalog is like", () => {
    const cost = record(
      {
        input: double({ min: 0, max: 100, noNaN: true }),
        output: double({ min: 0, max: 100, noNaN: true }),
      },
      { requiredKeys: [] },
    );
    const models = uniqueArray(
      record({
        id: stringMatching(/^[a-z0-9.:-]{1,12}$/),
        cost,
        limit: record({ context: nat() }),
      }),
      { selector: ({ id }) => id, minLength: 1, maxLength: 9 },
    );
    assert(
      property(models, (rows) => {
        const wire = {
          p: {
            id: "p",
            name: "P",
            env: [],
            npm: "x",
            models: Object.fromEntries(rows.map((one) => [one.id, one])),
          },
        };
        const before = parseCatalog(structuredClone(wire)).models.map(({ model }) => model);
        const after = joined([row("q/own")], wire).models.map(({ model }) => model);
        expect(after.filter(({ ref }) => ref !== "q/own")).toEqual(before);
      }),
      { seed: 20261128, numRuns: 200 },
    );
  });
});
