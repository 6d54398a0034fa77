import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWords } from "./words.ts";

const textsOf = (text: string): string[] => readWords(text).map((word) => word.text);

describe("readWords", () => {
  it.each([
    ["claude-3-5-haiku", ["claude", "3.5", "haiku"]],
    ["Claude 3.5 Haiku", ["claude", "3.5", "haiku"]],
    ["claude-opus4-8", ["claude", "opus", "4.8"]],
    ["anthropic.claude-opus-4-8", ["anthropic", "claude", "opus", "4.8"]],
    ["kimi-k2-5", ["kimi", "k2.5"]],
    ["kimi-k2p5", ["kimi", "k2.5"]],
    ["Kimi-K2_6", ["kimi", "k2.6"]],
    ["glm-5p1", ["glm", "5.1"]],
    ["deepseek-v3-1", ["deepseek", "3.1"]],
    ["gpt-4o", ["gpt", "4o"]],
    ["glm-4.5v", ["glm", "4.5v"]],
    ["gemini-3.0-flash", ["gemini", "3", "flash"]],
    ["Command R+", ["command", "r", "plus"]],
  ])("reads %s as it is meant", (text, words) => {
    expect(textsOf(text)).toEqual(words);
  });

  it("knows sizes from versions", () => {
    const kinds = readWords("qwen3.5-397b-a17b").map(({ text, kind }) => [text, kind]);
    expect(kinds).toEqual([
      ["qwen", "word"],
      ["3.5", "word"],
      ["397b", "size"],
      ["a17b", "size"],
    ]);
    expect(
      readWords("llama-4-maverick-17b-128e").filter(({ kind }) => kind === "size"),
    ).toHaveLength(2);
  });

  it("takes gemma's e4b for the name of an edition, not for a size", () => {
    expect(readWords("gemma-4-e4b").every(({ kind }) => kind === "word")).toBe(true);
  });

  it("keeps the names of precisions whole", () => {
    expect(textsOf("glm-5-fp8")).toEqual(["glm", "5", "fp8"]);
    expect(textsOf("x-nvfp4-int4-6bit")).toEqual(["x", "nvfp4", "int4", "6bit"]);
  });

  it("reads whatever it is given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(readWords(text).every((word) => word.text.length > 0)).toBe(true);
      }),
      { seed: 2107, numRuns: 500 },
    );
  });
});
