import { describe, expect, it } from "vitest";
import { SmallCatalog } from "./small-catalog.ts";

const at = (id: string, release_date: string, more: Record<string, unknown> = {}) => ({
  id,
  release_date,
  ...more,
});

describe("servings of a model", () => {
  it("are the same model, with their variant named", () => {
    const ids = ["glm-5.1-fast", "glm-5.1-thinking", "glm-5.1-flex", "glm-5.1-fp8", "glm-5.1:free"];
    const catalog = new SmallCatalog({ a: ["glm-5.1"], b: ["glm-5.1"], hub: ids });
    const found = ids.map((id) => catalog.of(`hub/${id}`));
    expect(found.map(({ model }) => model)).toEqual(ids.map(() => "glm-5.1"));
    expect(found.map(({ variant }) => variant)).toEqual([
      "fast",
      "thinking",
      "flex",
      "fp8",
      "free",
    ]);
  });

  it("may be several at once", () => {
    const catalog = new SmallCatalog({
      a: ["glm-5.2"],
      b: ["glm-5.2"],
      hub: ["glm-5.2-short", "glm-5.2-short-fast", "glm-5.2-short-fast-flex"],
    });
    expect(catalog.of("hub/glm-5.2-short-fast-flex")).toMatchObject({
      model: "glm-5.2",
      variant: "fast flex short",
    });
  });

  it("are found below the nearest model: a turbo of its own has servings too", () => {
    const catalog = new SmallCatalog(
      {
        moonshotai: ["kimi-k2-thinking", "kimi-k2-thinking-turbo"],
        a: ["kimi-k2-thinking", "kimi-k2-thinking-turbo"],
        hub: ["kimi-k2-thinking-turbo-original"],
      },
      {
        "moonshotai/kimi-k2-thinking": "Kimi K2 Thinking",
        "moonshotai/kimi-k2-thinking-turbo": "Kimi K2 Thinking Turbo",
      },
    );
    const turbo = "hub/kimi-k2-thinking-turbo-original";
    expect(catalog.areSame(turbo, "a/kimi-k2-thinking-turbo")).toBe(true);
    expect(catalog.areSame(turbo, "a/kimi-k2-thinking")).toBe(false);
  });
});

describe("models of their own", () => {
  it("are those that models.json lists or their maker sells", () => {
    const catalog = new SmallCatalog(
      {
        minimax: ["MiniMax-M2.7"],
        moonshotai: ["kimi-k2", "kimi-k2-turbo"],
        a: ["minimax-m2.7", "moonshotai/kimi-k2", "moonshotai/kimi-k2-turbo"],
        b: ["minimax-m2.7", "minimax-m2.7-highspeed", "kimi-k2"],
      },
      { "minimax/MiniMax-M2.7": "M2.7", "minimax/MiniMax-M2.7-highspeed": "M2.7 highspeed" },
    );
    expect(catalog.areSame("b/minimax-m2.7-highspeed", "b/minimax-m2.7")).toBe(false);
    expect(catalog.areSame("a/moonshotai/kimi-k2-turbo", "b/kimi-k2")).toBe(false);
  });

  it("are those with more sellers than what they seem to be a serving of", () => {
    const catalog = new SmallCatalog({ a: ["grok-4-fast"], b: ["grok-4-fast"], c: ["grok-4"] });
    expect(catalog.areSame("a/grok-4-fast", "c/grok-4")).toBe(false);
  });

  it("are those released much later", () => {
    const catalog = new SmallCatalog({
      a: [at("qwen3-max", "2025-09-23")],
      b: [at("qwen3-max", "2025-09-23"), at("qwen3-max-thinking", "2026-01-23")],
    });
    expect(catalog.areSame("b/qwen3-max-thinking", "a/qwen3-max")).toBe(false);
  });

  it("are those that cost much less than the model without a size they are compared with", () => {
    const cheap = { cost: { input: 0.2, output: 0.5 } };
    const catalog = new SmallCatalog({
      a: ["grok-4.1", "llama-3.1-8b"],
      b: ["grok-4.1", "llama-3.1-8b"],
      c: [
        { id: "grok-4.1-fast", ...cheap },
        { id: "llama-3.1-8b-turbo", ...cheap },
      ],
    });
    expect(catalog.areSame("c/grok-4.1-fast", "a/grok-4.1")).toBe(false);
    expect(catalog.areSame("c/llama-3.1-8b-turbo", "a/llama-3.1-8b")).toBe(true);
  });

  it("are those that draw pictures faster", () => {
    const pictures = { modalities: { input: ["text"], output: ["image"] } };
    const catalog = new SmallCatalog({
      a: [{ id: "imagen-4", ...pictures }],
      b: [
        { id: "imagen-4", ...pictures },
        { id: "imagen-4-fast", ...pictures },
      ],
    });
    expect(catalog.areSame("b/imagen-4-fast", "a/imagen-4")).toBe(false);
  });

  it("are thinking weights beside instruct weights", () => {
    const sold = ["qwen3-vl-30b-a3b-instruct", "qwen3-vl-30b-a3b-thinking"];
    const catalog = new SmallCatalog({
      a: sold,
      b: [...sold, "qwen3-vl-30b-a3b"],
      c: [sold[0] ?? ""],
    });
    expect(catalog.areSame("a/qwen3-vl-30b-a3b-thinking", "a/qwen3-vl-30b-a3b-instruct")).toBe(
      false,
    );
    expect(catalog.areSame("b/qwen3-vl-30b-a3b", "a/qwen3-vl-30b-a3b-thinking")).toBe(false);
  });

  it("are instant editions of models without a size", () => {
    const catalog = new SmallCatalog({
      a: ["gpt-5.1", "llama-3.1-8b"],
      b: ["gpt-5.1", "llama-3.1-8b"],
      c: ["gpt-5.1-instant", "llama-3.1-8b-instant"],
    });
    expect(catalog.areSame("c/gpt-5.1-instant", "a/gpt-5.1")).toBe(false);
    expect(catalog.areSame("c/llama-3.1-8b-instant", "a/llama-3.1-8b")).toBe(true);
  });
});
