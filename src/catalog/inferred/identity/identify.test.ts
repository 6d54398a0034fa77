import { describe, expect, it } from "vitest";
import { SmallCatalog } from "./small-catalog.ts";

describe("identify", () => {
  it("finds a model in all spellings of its id", () => {
    const catalog = new SmallCatalog(
      {
        anthropic: ["claude-opus-4-8"],
        "amazon-bedrock": ["eu.anthropic.claude-opus-4-8"],
        "google-vertex": ["claude-opus-4-8@default"],
        openrouter: ["anthropic/claude-opus-4.8"],
        hub: ["claude-4.8-opus", "claude-opus4-8"],
      },
      { "anthropic/claude-opus-4-8": "Claude Opus 4.8" },
    );
    for (const model of catalog.models) {
      expect(catalog.of(model.ref).model).toBe("anthropic/claude-opus-4-8");
    }
    expect(catalog.of("amazon-bedrock/eu.anthropic.claude-opus-4-8").variant).toBe("eu");
  });

  it("names the maker's own row as the reference of its group", () => {
    const catalog = new SmallCatalog(
      { openai: ["gpt-5", "gpt-5-2025-08-07"], azure: ["gpt-5"], openrouter: ["openai/gpt-5"] },
      { "openai/gpt-5": "GPT-5" },
    );
    const { referenceRow } = catalog.of("azure/gpt-5");
    expect(catalog.models[referenceRow ?? -1]?.ref).toBe("openai/gpt-5");
  });

  it("knows no reference where the maker sells nothing", () => {
    const catalog = new SmallCatalog({ groq: ["llama-3.3-70b"], azure: ["llama-3.3-70b"] });
    expect(catalog.of("groq/llama-3.3-70b").referenceRow).toBeNull();
  });

  it("calls a group as most of its offers write it where models.json does not list it", () => {
    const catalog = new SmallCatalog({
      a: ["Qwen/Qwen3-14B"],
      b: ["qwen/qwen3-14b"],
      c: ["qwen3-14b-fp8"],
    });
    expect(catalog.of("c/qwen3-14b-fp8")).toMatchObject({
      model: "qwen/qwen3-14b",
      variant: "fp8",
    });
  });

  it.each([
    ["gpt-5", "gpt-5-mini"],
    ["gpt-5.4", "gpt-5.4-pro"],
    ["glm-4.5", "glm-4.5v"],
    ["glm-4.5", "glm-4.6"],
    ["gpt-oss-20b", "gpt-oss-120b"],
    ["gemma-4-e2b-it", "gemma-4-e4b-it"],
    ["deepseek-r1", "deepseek-r1-distill-llama-70b"],
    ["llama-3.3-70b-instruct", "llama-3.3-70b-instruct-abliterated"],
    ["deepseek-v3.2", "deepseek-v3.2-exp"],
  ])("keeps %s apart from %s", (one, other) => {
    const catalog = new SmallCatalog({ a: [one, other], b: [one, other], c: [one] });
    expect(catalog.areSame(`a/${one}`, `b/${other}`)).toBe(false);
    expect(catalog.areSame(`a/${one}`, `b/${one}`)).toBe(true);
  });

  it("does not take one host's auto for another's", () => {
    const catalog = new SmallCatalog({
      kilo: ["openrouter/auto"],
      openrouter: ["auto"],
      hub: ["auto"],
    });
    expect(catalog.areSame("openrouter/auto", "hub/auto")).toBe(false);
    expect(catalog.areSame("kilo/openrouter/auto", "openrouter/auto")).toBe(true);
    expect(new Set(catalog.identities.keys).size).toBe(catalog.identities.keys.length);
  });

  it("trusts an offer less that is listed with another date or other media", () => {
    const catalog = new SmallCatalog({
      a: ["gpt-5"],
      b: ["gpt-5"],
      c: [{ id: "gpt-5", release_date: "2024-01-01" }],
      d: [{ id: "gpt-5", modalities: { input: ["text"], output: ["image"] } }],
    });
    expect(catalog.of("c/gpt-5").reason).toBe("date-differs");
    expect(catalog.of("d/gpt-5").reason).toBe("media-differ");
    expect(catalog.of("c/gpt-5").confidence).toBeLessThan(catalog.of("a/gpt-5").confidence);
  });

  it("answers for a catalog without rows", () => {
    expect(new SmallCatalog({ a: [] }).identities.keys).toEqual([]);
  });
});
