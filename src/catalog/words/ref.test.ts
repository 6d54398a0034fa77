import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareText, joinRef, providerKey, refKey, splitRef } from "./ref.ts";

describe("splitRef", () => {
  it("splits at the first slash, because ids hold slashes themselves", () => {
    expect(splitRef("openrouter/openai/gpt-5:free")).toEqual({
      provider: "openrouter",
      id: "openai/gpt-5:free",
    });
  });

  it.each(["gpt-5", "/gpt-5", "openai/", "/", ""])("finds no ref in %j", (text) => {
    expect(splitRef(text)).toBeUndefined();
  });

  it("is undone by joinRef", () => {
    const provider = fc.string({ minLength: 1 }).filter((text) => !text.includes("/"));
    fc.assert(
      fc.property(provider, fc.string({ minLength: 1 }), (name, id) => {
        expect(splitRef(joinRef(name, id))).toEqual({ provider: name, id });
      }),
      { seed: 4220 },
    );
  });
});

describe("refKey", () => {
  it("forgives case everywhere, and spaces and underscores in the provider alone", () => {
    expect(refKey(" Amazon_Bedrock/Anthropic.Claude_V2 ")).toBe(
      "amazon-bedrock/anthropic.claude_v2",
    );
    expect(refKey("Amazon  Bedrock/x")).toBe("amazon-bedrock/x");
    expect(refKey("GPT_5")).toBe("gpt_5");
  });

  it("is its own key", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (provider, id) => {
        const key = refKey(`${provider}/${id}`);
        expect(refKey(key)).toBe(key);
      }),
      { seed: 4221, numRuns: 300 },
    );
  });
});

describe("providerKey", () => {
  it("keeps the dots and digits of an id", () => {
    expect(providerKey("Wafer.AI")).toBe("wafer.ai");
    expect(providerKey("302ai")).toBe("302ai");
  });
});

describe("compareText", () => {
  it("orders by code unit, the same in every language", () => {
    expect(["b", "a", "B", "10", "9", "ä"].sort(compareText)).toEqual([
      "10",
      "9",
      "B",
      "a",
      "b",
      "ä",
    ]);
    expect(compareText("x", "x")).toBe(0);
  });
});
