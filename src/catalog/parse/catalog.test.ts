import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ModelForgeError } from "../../failure.ts";
import { anyCharacter } from "../../testing/any-character.ts";
import { wireCatalog, wireModel, wireProvider } from "../../testing/catalog-builders.ts";
import { failureOf } from "../../testing/failures.ts";
import { prepareCatalog } from "../prepare-catalog.ts";
import { parseCatalog } from "./catalog.ts";

const openai = wireProvider("openai", [wireModel("gpt-5")]);
const refsOf = (document: unknown, facts?: unknown): string[] =>
  parseCatalog(document, facts).models.map(({ model }) => model.ref);
// own properties called __proto__ exist in parsed JSON only
const fromJson = (text: string): unknown => JSON.parse(text);

describe("which document it is", () => {
  it("reads api.json, with the facts of models.json beside it", () => {
    const facts = { "openai/gpt-5": { name: "GPT-5", license: "proprietary" } };
    const catalog = parseCatalog({ openai }, facts);
    expect(catalog.models.map(({ model }) => model.ref)).toEqual(["openai/gpt-5"]);
    expect(catalog.facts.map(({ id, license }) => [id, license])).toEqual([
      ["openai/gpt-5", "proprietary"],
    ]);
  });

  it("reads catalog.json, its facts before those beside it", () => {
    const own = { "openai/gpt-5": { name: "own" } };
    const beside = { "openai/gpt-5": { name: "beside" } };
    const catalog = parseCatalog({ models: own, providers: { openai } }, beside);
    expect(catalog.models.map(({ model }) => model.ref)).toEqual(["openai/gpt-5"]);
    expect(catalog.facts.map(({ name }) => name)).toEqual(["own"]);
  });

  it("takes the facts beside a catalog.json without any", () => {
    const { facts } = parseCatalog({ providers: { openai } }, { "openai/gpt-5": { name: "x" } });
    expect(facts).toHaveLength(1);
  });

  it("says so where it is given models.json", () => {
    const failure = failureOf(() => parseCatalog({ "openai/gpt-5": { name: "GPT-5" } }));
    expect(failure.code).toBe("catalog.broken");
    expect(failure.message).toContain("models.json");
  });

  it.each([
    ["an empty object", {}],
    ["a list", [openai]],
    ["a string", "<!doctype html>"],
    ["null", null],
    ["a number", 42],
    ["an object without models", { error: { message: "not found" } }],
    ["a catalog.json without providers", { models: {}, providers: {} }],
    ["providers that are all unreadable", { "a/b": { models: {} } }],
  ])("refuses %s as a broken catalog", (_, document) => {
    expect(failureOf(() => parseCatalog(document)).code).toBe("catalog.broken");
  });

  it("reads an api.json with a provider called providers that lists its models", () => {
    const odd = { id: "providers", name: "Providers", models: [wireModel("x")] };
    expect(refsOf({ openai, providers: odd })).toEqual(["openai/gpt-5", "providers/x"]);
  });

  it("reads a catalog.json that has a provider called models", () => {
    const odd = wireProvider("models", [wireModel("x")]);
    const facts = { "openai/gpt-5": { name: "GPT-5" } };
    expect(refsOf({ models: facts, providers: { openai, models: odd } })).toEqual([
      "models/x",
      "openai/gpt-5",
    ]);
  });
});

describe("rows", () => {
  it("sorts models by ref and providers by id, in code-unit order, each beside its record", () => {
    const document = wireCatalog(
      wireProvider("zai", [wireModel("b"), wireModel("B"), wireModel("10"), wireModel("9")]),
      wireProvider("302ai", [wireModel("x/y")]),
    );
    const catalog = parseCatalog(document);
    const refs = catalog.models.map(({ model }) => model.ref);
    expect(refs).toEqual(["302ai/x/y", "zai/10", "zai/9", "zai/B", "zai/b"]);
    expect(catalog.models.map(({ wire }) => wire.id)).toEqual(["x/y", "10", "9", "B", "b"]);
    expect(catalog.providers.map(({ provider }) => provider.id)).toEqual(["302ai", "zai"]);
    expect(catalog.providers[0]?.wire).not.toHaveProperty("models");
  });

  it("sets reserved ids aside, of providers and of models", () => {
    const { models, findings } = parseCatalog(
      fromJson(`{"__proto__":{"models":{"x":{}}},"constructor":{"models":{}},
        "ok":{"models":{"__proto__":{"name":"evil"},"prototype":{},"fine":{}}}}`),
    );
    expect(models.map(({ model }) => model.ref)).toEqual(["ok/fine"]);
    expect(findings.setAside.map(({ where }) => where)).toEqual([
      "__proto__",
      "constructor",
      "ok/__proto__",
      "ok/prototype",
    ]);
    for (const { reason } of findings.setAside) expect(reason).toBe("its id is a reserved name");
    expect(({} as { name?: string }).name).toBeUndefined();
  });

  it("sets a provider with a slash in its id aside, for a ref would split in the wrong place", () => {
    const { findings } = parseCatalog({ openai, "a/b": wireProvider("a/b", [wireModel("x")]) });
    expect(findings.setAside).toEqual([{ where: "a/b", reason: "its id holds a slash" }]);
  });

  it("sets rows aside that are no objects, are empty or far too long, and says which", () => {
    const long = "x".repeat(600);
    const { models, providers, findings } = parseCatalog({
      gone: null,
      list: [],
      ok: { models: { good: {}, text: "text", none: null, list: [], " ": {}, [long]: {} } },
    });
    expect(models.map(({ model }) => model.id)).toEqual(["good"]);
    expect(providers.map(({ provider }) => [provider.id, provider.models])).toEqual([["ok", 1]]);
    expect(findings.setAside).toEqual([
      { where: "gone", reason: "not an object" },
      { where: "list", reason: "not an object" },
      { where: "ok/text", reason: "not an object" },
      { where: "ok/none", reason: "not an object" },
      { where: "ok/list", reason: "not an object" },
      { where: "ok/ ", reason: "its id is empty" },
      { where: `ok/${"x".repeat(80)}…`, reason: "its id is longer than 512 characters" },
    ]);
  });

  it("reads models that come as a list, by their own ids", () => {
    const models = [wireModel("a"), { name: "nameless" }, wireModel("a"), 7, wireModel("b/c")];
    const catalog = parseCatalog({ list: { models }, openai });
    expect(catalog.models.map(({ model }) => model.ref)).toEqual([
      "list/a",
      "list/b/c",
      "openai/gpt-5",
    ]);
    expect(catalog.findings.setAside).toEqual([
      { where: "list[1]", reason: "without an id" },
      { where: "list/a", reason: "its id comes twice" },
      { where: "list[3]", reason: "without an id" },
    ]);
    expect(catalog.findings.oddValues).toEqual({ "provider.models: a list": 1 });
  });

  it("keeps a provider whose models are missing or unreadable", () => {
    const { providers, findings } = parseCatalog({ openai, bare: {}, odd: { models: "many" } });
    expect(providers.map(({ provider }) => [provider.id, provider.models])).toEqual([
      ["bare", 0],
      ["odd", 0],
      ["openai", 1],
    ]);
    expect(findings.setAside).toEqual([
      { where: "odd", reason: "its models are neither object nor list" },
    ]);
  });
});

describe("drift of the wire", () => {
  it("counts unknown fields by their path and keeps them in the record", () => {
    const strange = {
      canonical_id: "x",
      cost: { input: 1, per_image: 2, tiers: [{ tier: { size: 1, unit: "t" }, extra: 1 }] },
      limit: { context: 1, requests: 5 },
      modalities: { input: [], output: [], both: [] },
    };
    const document = { ok: { models: { a: strange, b: { canonical_id: "y" } }, region: "eu" } };
    const { findings, models } = parseCatalog(document);
    expect(findings.unknownFields).toEqual({
      "model.canonical_id": 2,
      "model.cost.per_image": 1,
      "model.cost.tiers[].extra": 1,
      "model.cost.tiers[].tier.unit": 1,
      "model.limit.requests": 1,
      "model.modalities.both": 1,
      "provider.region": 1,
    });
    expect(models[0]?.wire).toBe(strange);
  });

  it("counts a field called __proto__ like any other", () => {
    const { findings } = parseCatalog(fromJson(`{"ok":{"models":{"a":{"__proto__":{"x":1}}}}}`));
    expect(Object.keys(findings.unknownFields)).toEqual(["model.__proto__"]);
  });
});

describe("whatever is offered", () => {
  it("gives a catalog or a failure of ours, never another error", () => {
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(fc.string(), fc.record({ models: fc.jsonValue() })),
      fc.record({ providers: fc.jsonValue(), models: fc.jsonValue() }),
    );
    fc.assert(
      fc.property(anything, fc.option(fc.jsonValue(), { nil: undefined }), (document, facts) => {
        try {
          prepareCatalog(parseCatalog(document, facts));
        } catch (error) {
          expect(error).toBeInstanceOf(ModelForgeError);
          expect((error as ModelForgeError).code).toBe("catalog.broken");
        }
      }),
      { seed: 4101, numRuns: 500 },
    );
  });

  it("reads any value in any known field of a row", () => {
    const fields = Object.keys({
      ...wireModel("x"),
      family: 0,
      status: 0,
      structured_output: 0,
      knowledge: 0,
      interleaved: 0,
      experimental: 0,
    }).filter((field) => field !== "id");
    const costs = ["input", "output", "cache_read", "tiers", "context_over_200k", "reasoning"];
    const odd = fc.record({
      field: fc.constantFrom(...fields),
      value: fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...costs), fc.jsonValue())),
    });
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 4 }), (replaced) => {
        const changes = Object.fromEntries(replaced.map(({ field, value }) => [field, value]));
        const catalog = parseCatalog({
          ok: { models: { "x/1": { ...wireModel("x"), ...changes } } },
        });
        expect(catalog.models.map(({ model }) => model.ref)).toEqual(["ok/x/1"]);
        prepareCatalog(catalog);
      }),
      { seed: 4102, numRuns: 500 },
    );
  });

  it("never loses a well-formed row, whatever stands beside it", () => {
    const ids = fc.oneof(
      fc.string({ minLength: 1, maxLength: 12 }),
      fc.string({ minLength: 1, maxLength: 6, unit: anyCharacter }),
      fc.constantFrom("gpt-5", "GPT-5", "openai/gpt-5", "a:b", "@x/y~z", "10", "toString"),
    );
    const row = fc.oneof(
      { weight: 4, arbitrary: fc.constant(wireModel("x") as unknown) },
      { weight: 1, arbitrary: fc.jsonValue() },
    );
    const models = fc.uniqueArray(fc.tuple(ids, row), { selector: ([id]) => id });
    const providers = fc.uniqueArray(fc.tuple(ids, models), { selector: ([id]) => id });
    // most rows of a catalog are models
    const usual = wireProvider(
      "zz",
      Array.from({ length: 100 }, (_, at) => wireModel(`m${at}`)),
    );
    const isGood = (id: string): boolean =>
      id.trim() !== "" && !["__proto__", "constructor", "prototype"].includes(id);
    fc.assert(
      fc.property(providers, (entries) => {
        const document = Object.fromEntries(
          entries.map(([id, rows]) => [id, { models: Object.fromEntries(rows) }]),
        );
        const expected = entries
          .filter(([id]) => isGood(id) && !id.includes("/"))
          .flatMap(([provider, rows]) =>
            rows
              .filter(([id, wire]) => isGood(id) && wire !== null && !Array.isArray(wire))
              .filter(([, wire]) => typeof wire === "object")
              .map(([id]) => `${provider}/${id}`),
          );
        const refs = refsOf({ ...document, zz: usual }).filter((ref) => !ref.startsWith("zz/"));
        expect(refs).toEqual(expected.sort((a, b) => (a < b ? -1 : 1)));
      }),
      { seed: 4103, numRuns: 300 },
    );
  });
});
