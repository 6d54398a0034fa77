import { describe, expect, it } from "vitest";
import { SmallCatalog } from "./small-catalog.ts";

const at = (id: string, release_date: string, last_updated = release_date) => ({
  id,
  release_date,
  last_updated,
});

describe("dates in ids", () => {
  it("are left out where the plain id stands for the only dated release", () => {
    const catalog = new SmallCatalog({
      a: [at("gpt-5.1", "2025-11-13")],
      b: [at("gpt-5.1-2025-11-13", "2025-11-13")],
    });
    expect(catalog.link("a/gpt-5.1", "b/gpt-5.1-2025-11-13")?.reason).toBe("dated");
  });

  it("tell releases apart where there are several, and the plain id moves", () => {
    const catalog = new SmallCatalog({
      openai: [at("gpt-4o", "2024-05-13", "2024-08-06")],
      a: [
        at("gpt-4o-2024-05-13", "2024-05-13"),
        at("gpt-4o-2024-08-06", "2024-08-06"),
        at("gpt-4o-2024-11-20", "2024-11-20"),
      ],
    });
    expect(catalog.identities.keys).toHaveLength(4);
  });

  it("tell a release from a later one of the same name", () => {
    const catalog = new SmallCatalog({
      a: [at("deepseek-r1", "2025-01-20")],
      b: [at("deepseek-r1-0528", "2025-05-28")],
    });
    expect(catalog.areSame("a/deepseek-r1", "b/deepseek-r1-0528")).toBe(false);
  });

  it("join alias and release of one day, though models.json lists both", () => {
    const catalog = new SmallCatalog(
      { anthropic: ["claude-opus-4-5", "claude-opus-4-5-20250801"], b: ["claude-opus-4.5"] },
      { "anthropic/claude-opus-4-5": "x", "anthropic/claude-opus-4-5-20250801": "y" },
    );
    expect(catalog.areSame("b/claude-opus-4.5", "anthropic/claude-opus-4-5-20250801")).toBe(true);
  });

  it("may be written with and without the year", () => {
    const catalog = new SmallCatalog({
      a: [at("grok-4-0709", "2025-07-09"), at("grok-4-0102", "2025-01-02")],
      b: [at("grok-4-2025-07-09", "2025-07-09")],
    });
    expect(catalog.link("a/grok-4-0709", "b/grok-4-2025-07-09")?.reason).toBe("two-stamps");
  });
});

describe("words that hosts leave out", () => {
  it("are instruct and it, unless the weights were also released as thinking", () => {
    const catalog = new SmallCatalog({
      a: ["llama-3.3-70b-instruct", "gemma-4-31b-it"],
      b: ["llama-3.3-70b", "gemma-4-31b"],
    });
    expect(catalog.areSame("a/llama-3.3-70b-instruct", "b/llama-3.3-70b")).toBe(true);
    expect(catalog.areSame("a/gemma-4-31b-it", "b/gemma-4-31b")).toBe(true);
  });

  it("are not those of an instruct edition released months after the plain one", () => {
    const catalog = new SmallCatalog({
      a: [at("qwen3-235b-a22b", "2025-04-28")],
      b: [at("qwen3-235b-a22b-instruct", "2025-07-21"), at("qwen3-235b-a22b-2507", "2025-07-21")],
    });
    expect(catalog.areSame("a/qwen3-235b-a22b", "b/qwen3-235b-a22b-instruct")).toBe(false);
  });

  it("are not those of closed weights that one seller has beside the plain ones", () => {
    const open = { open_weights: true };
    const catalog = new SmallCatalog({
      a: ["gpt-3.5-turbo", "gpt-3.5-turbo-instruct"],
      b: [
        { id: "kimi-k2", ...open },
        { id: "kimi-k2-instruct", ...open },
      ],
    });
    expect(catalog.areSame("a/gpt-3.5-turbo", "a/gpt-3.5-turbo-instruct")).toBe(false);
    expect(catalog.areSame("b/kimi-k2", "b/kimi-k2-instruct")).toBe(true);
  });

  it("are sizes, as long as no other size is known", () => {
    const catalog = new SmallCatalog({
      a: ["llama-4-maverick", "qwen3-coder", "qwen3.6-35b"],
      b: ["llama-4-maverick-17b-128e-instruct", "qwen3-coder-30b-a3b", "qwen3.6-35b-a3b"],
      c: ["qwen3-coder-480b-a35b"],
    });
    expect(catalog.areSame("a/llama-4-maverick", "b/llama-4-maverick-17b-128e-instruct")).toBe(
      true,
    );
    expect(catalog.areSame("a/qwen3.6-35b", "b/qwen3.6-35b-a3b")).toBe(true);
    expect(catalog.of("a/qwen3-coder").group).not.toBe(catalog.of("b/qwen3-coder-30b-a3b").group);
    expect(catalog.of("a/qwen3-coder").group).not.toBe(catalog.of("c/qwen3-coder-480b-a35b").group);
  });

  it("are not sizes where the seller of the plain one offers both", () => {
    const catalog = new SmallCatalog({ a: ["yi-large", "yi-large-34b"], b: ["yi-large-34b"] });
    expect(catalog.areSame("a/yi-large", "b/yi-large-34b")).toBe(false);
  });

  it("are preview, unless a seller or models.json has both", () => {
    const catalog = new SmallCatalog(
      {
        a: ["gemini-3-pro-preview", "gemini-3.1-flash-lite-preview"],
        b: ["gemini-3-pro", "gemini-3.1-flash-lite"],
        c: ["qwen3-max", "qwen3-max-preview"],
      },
      { "google/gemini-3.1-flash-lite": "x", "google/gemini-3.1-flash-lite-preview": "y" },
    );
    expect(catalog.areSame("a/gemini-3-pro-preview", "b/gemini-3-pro")).toBe(true);
    expect(catalog.areSame("a/gemini-3.1-flash-lite-preview", "b/gemini-3.1-flash-lite")).toBe(
      false,
    );
    expect(catalog.areSame("c/qwen3-max", "c/qwen3-max-preview")).toBe(false);
  });

  it("are latest behind a version, but not where the alias moves on", () => {
    const catalog = new SmallCatalog({
      a: ["gpt-5.1-chat-latest", "mistral-small-latest"],
      b: ["gpt-5.1-chat", "mistral-small"],
    });
    expect(catalog.areSame("a/gpt-5.1-chat-latest", "b/gpt-5.1-chat")).toBe(true);
    expect(catalog.areSame("a/mistral-small-latest", "b/mistral-small")).toBe(false);
  });

  it("are v1 and 001, unless there is a second edition", () => {
    const catalog = new SmallCatalog({
      a: ["nova-lite-v1", "gemini-2.0-flash-001", "kat-coder-v1"],
      b: ["nova-lite", "gemini-2.0-flash", "kat-coder"],
      c: ["nova-2-lite", "kat-coder-v2"],
    });
    expect(catalog.areSame("a/nova-lite-v1", "b/nova-lite")).toBe(true);
    expect(catalog.areSame("a/gemini-2.0-flash-001", "b/gemini-2.0-flash")).toBe(true);
    expect(catalog.areSame("a/kat-coder-v1", "b/kat-coder")).toBe(false);
  });

  it("are generate and 001 in the ids of pictures and films, but not what says the edition", () => {
    const draws = (
      id: string,
      day: string,
      output: string,
    ): Record<string, unknown> & { id: string } => ({
      ...at(id, day),
      modalities: { input: ["text"], output: [output] },
    });
    const catalog = new SmallCatalog({
      google: [
        draws("painter-4.0-generate-001", "2025-05-20", "image"),
        draws("painter-4.0-ultra-generate-001", "2025-05-24", "image"),
        draws("filmer-3.1-fast-generate-001", "2025-10-15", "video"),
      ],
      a: [
        draws("google/painter-4", "2025-05-22", "image"),
        draws("google/painter-4-ultra", "2025-05-24", "image"),
        draws("google/filmer3.1-fast", "2026-01-01", "video"),
        draws("google/filmer3.1", "2025-10-15", "video"),
      ],
    });
    expect(catalog.link("google/painter-4.0-generate-001", "a/google/painter-4")).toMatchObject({
      reason: "first",
      confidence: 0.9,
    });
    expect(
      catalog.areSame("google/painter-4.0-ultra-generate-001", "a/google/painter-4-ultra"),
    ).toBe(true);
    expect(catalog.areSame("google/filmer-3.1-fast-generate-001", "a/google/filmer3.1-fast")).toBe(
      true,
    );
    expect(catalog.areSame("google/painter-4.0-generate-001", "a/google/painter-4-ultra")).toBe(
      false,
    );
    expect(catalog.areSame("google/filmer-3.1-fast-generate-001", "a/google/filmer3.1")).toBe(
      false,
    );
  });
});
