import { describe, expect, it } from "vitest";
import { billionsOf } from "./billions.ts";
import { saidBy } from "./said.ts";

describe("what a name says", () => {
  it.each([
    ["openai/gpt-5.4-nano", "smallest"],
    ["google/gemini-2.5-flash-lite", "smallest"],
    ["google/gemini-lite-flash", "smallest"],
    ["anthropic/claude-haiku-4-5", "small"],
    ["openai/gpt-5-mini", "small"],
    ["anthropic/claude-opus-4-8", null],
    ["minimax/MiniMax-M2", null],
  ])("is of the tier of %s: %s", (key, tier) => {
    expect(saidBy(key).tier).toBe(tier);
  });

  it.each([
    ["qwen/qwen3-coder-480b-a35b", 480],
    ["mistralai/mixtral-8x22b-instruct", 176],
    ["meta/llama-4-maverick-17b-128e", 17],
    ["inclusionai/ring-2.6-1t", 1000],
    ["openai/gpt-5", null],
  ])("is of the size of %s: %s", (key, size) => {
    expect(saidBy(key).size).toBe(size);
  });

  it("is a date, however it is written", () => {
    expect(saidBy("openai/gpt-4o-2024-08-06").stamp).toBe("2024-08-06");
    expect(saidBy("mistral/mistral-large-2512").stamp).toBe("2025-12");
    expect(saidBy("anthropic/claude-opus-4-20250514").stamp).toBe("2025-05-14");
    expect(saidBy("openai/gpt-5").stamp).toBeNull();
  });

  it("is that a model of a chat application answers at once", () => {
    const atOnce = (key: string) => saidBy(key).answersAtOnce;
    expect(atOnce("openai/gpt-5-chat-latest")).toBe(true);
    expect(atOnce("openai/gpt-5.5-instant")).toBe(true);
    expect(atOnce("x-ai/grok-4-fast-non-reasoning")).toBe(true);
    expect(atOnce("openai/gpt-5")).toBe(false);
    expect(atOnce("nonsense/reasoner")).toBe(false);
  });

  it("is whether it is a name of many models, one after the other", () => {
    expect(saidBy("openrouter/auto").nameOf).toBe("router");
    expect(saidBy("azure/model-router").nameOf).toBe("router");
    expect(saidBy("anthropic/claude-sonnet-latest").nameOf).toBe("alias");
    expect(saidBy("anthropic/claude-sonnet-4-5").nameOf).toBe("model");
  });

  it("is nothing of a word that every object has a property of", () => {
    expect(saidBy("lab/constructor-__proto__").tier).toBeNull();
  });
});

describe("a size in billions", () => {
  it("is read in its own unit", () => {
    expect(billionsOf("86m")).toBeCloseTo(0.086);
    expect(billionsOf("1.5b")).toBe(1.5);
    expect(billionsOf("128e")).toBeNull();
    expect(billionsOf("4")).toBeNull();
  });

  it("is none where nothing, or more than a number can be, is written", () => {
    for (const word of ["0b", "0.0b", "0m", "0x7b", `${"9".repeat(400)}b`]) {
      expect([word, billionsOf(word)]).toEqual([word, null]);
    }
  });
});
