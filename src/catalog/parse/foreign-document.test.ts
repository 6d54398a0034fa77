import { describe, expect, it } from "vitest";
import { wireCatalog, wireModel, wireProvider } from "../../testing/catalog-builders.ts";
import { failureOf } from "../../testing/failures.ts";
import { parseCatalog } from "./catalog.ts";

const refsOf = (document: unknown): string[] =>
  parseCatalog(document).models.map(({ model }) => model.ref);

describe("a document of something else", () => {
  const refused = (document: unknown): string => {
    const { code, message } = failureOf(() => parseCatalog(document));
    expect(code).toBe("catalog.broken");
    return message;
  };
  const crush = { id: "m1", name: "M1", context_window: 1_000, cost_per_1m_in: 1 };
  const foreign = (id: string) => ({ id, size: 7, vendor: "acme", quant: "q4" });

  it.each([
    ["Crush's providers", { providers: { acme: { type: "openai", models: [crush] } } }],
    ["Crush's providers", [{ id: "acme", models: [crush] }]],
    [
      "LiteLLM's list of prices",
      { "gpt-5": { litellm_provider: "openai", input_cost_per_token: 1e-6, mode: "chat" } },
    ],
    [
      "OpenRouter's list of models",
      { data: [{ id: "a/b", context_length: 9, pricing: { prompt: "0.1" }, top_provider: {} }] },
    ],
    [
      "the list of models of an OpenAI-compatible server",
      { object: "list", data: [{ id: "m", object: "model", owned_by: "me" }] },
    ],
    [
      "Ollama's list of models",
      { models: [{ name: "llama", details: { parameter_size: "8B" }, size: 1 }] },
    ],
    ["genai-prices", [{ id: "x", models: [{ id: "m", prices: { input_mtok: 1 } }] }]],
    [
      "a configuration of opencode",
      { $schema: "https://opencode.ai/config.json", provider: { x: { models: {} } } },
    ],
    ["a package.json", { name: "x", version: "1.0.0", dependencies: {} }],
  ])("is refused and called %s", (name, document) => {
    expect(refused(document)).toContain(`it looks like ${name}`);
  });

  it("is refused where most of its models have nothing that models.dev says of one", () => {
    const rows = [foreign("a"), foreign("b"), wireModel("c")];
    expect(refused(wireCatalog(wireProvider("acme", rows)))).toContain("2 of 3 models");
    const half = [foreign("a"), wireModel("c")];
    expect(refsOf(wireCatalog(wireProvider("acme", half)))).toHaveLength(2);
  });

  it("is refused where nothing that its models say is understood", () => {
    const row = { id: "m", cost: "cheap", limit: "large", tool_call: [], release_date: "soon" };
    expect(refused(wireCatalog(wireProvider("acme", [row])))).toContain("1 of 1 models");
  });

  it("is refused where none of its models can be read", () => {
    expect(refused({ acme: { models: { a: null, b: 7 } } })).toContain("none of its models");
    expect(refused({ acme: { models: ["gpt-5", "gpt-5-mini"] } })).toContain("without an id");
  });

  it("is a catalog without models where a provider has none", () => {
    expect(refsOf({ acme: { models: {} } })).toEqual([]);
  });

  it("is a catalog where rows say no more than a name", () => {
    expect(
      refsOf({ acme: { models: { a: {}, b: { name: "B", description: "of ours" } } } }),
    ).toEqual(["acme/a", "acme/b"]);
  });
});

describe("a catalog with one absurd row among many", () => {
  it("loses the absurd values alone, and counts the row", () => {
    const absurd = wireModel("absurd", {
      cost: { input: 1e20, output: -3, tiers: [{ tier: { size: 1e300 }, input: 1e308 }] },
      limit: { context: 1e15, output: 1e12 },
      release_date: "2098-12-31",
    });
    const rows = Array.from({ length: 200 }, (_, at) => wireModel(`m${at}`));
    const { models, findings } = parseCatalog(wireCatalog(wireProvider("p", [absurd, ...rows])));
    expect(models).toHaveLength(201);
    expect(models[0]?.model).toMatchObject({
      ref: "p/absurd",
      price: { input: null, output: null, tiers: [] },
      limits: { context: null, output: null },
      releaseDate: null,
    });
    const lost = ["limits.context", "limits.output", "price.input", "price.output", "price.tiers"];
    expect(Object.keys(findings.notUnderstood)).toEqual([...lost, "releaseDate"]);
    expect(models.filter(({ model }) => model.notUnderstood !== undefined)).toHaveLength(1);
  });
});
