import { describe, expect, it } from "vitest";
import type { ModelFacts } from "../words/facts.ts";
import { Makers } from "./maker.ts";
import { Notebook } from "../parse/findings.ts";
import { parseModel } from "../parse/model.ts";

function makersOf(rows: [provider: string, id: string][], facts: string[] = []): Makers {
  const models = rows.map(([provider, id]) => parseModel(provider, id, {}, new Notebook()));
  return new Makers(
    models,
    facts.map((id) => ({ id }) as ModelFacts),
  );
}

describe("Makers", () => {
  it("takes from resellers who made a model", () => {
    const makers = makersOf([
      ["openai", "gpt-5"],
      ["openrouter", "openai/gpt-5"],
      ["azure", "gpt-5"],
    ]);
    expect(makers.makerOf("gpt-5", ["azure", "openai"])).toBe("openai");
    expect(makers.strength("azure", "gpt-5")).toBe(0);
  });

  it("knows no maker where nobody names one among the sellers", () => {
    const makers = makersOf([
      ["azure", "gpt-5"],
      ["groq", "qwen/qwen3"],
    ]);
    expect(makers.makerOf("gpt-5", ["azure"])).toBeUndefined();
    expect(makers.makerOf("qwen3", ["groq", "azure"])).toBeUndefined();
    expect(makers.makerOf("unheard-of", ["groq"])).toBeUndefined();
  });

  it("goes by the lab directly before the id, whatever stands before that", () => {
    const makers = makersOf([["gateway", "us/openai/gpt-5"]]);
    expect(makers.makerOf("gpt-5", ["us", "openai"])).toBe("openai");
  });

  it("goes by the majority of resellers", () => {
    const makers = makersOf([
      ["a", "groq/llama"],
      ["b", "llama/llama"],
      ["c", "llama/llama"],
    ]);
    expect(makers.makerOf("llama", ["groq", "llama"])).toBe("llama");
  });

  it("believes upstream's facts before any number of resellers", () => {
    const rows = Array.from({ length: 40 }, (_, i): [string, string] => [`p${i}`, "groq/kimi-k2"]);
    expect(makersOf(rows, ["moonshotai/kimi-k2"]).makerOf("kimi-k2", ["groq", "moonshotai"])).toBe(
      "moonshotai",
    );
  });

  it("knows labs whose service goes by another name, and forgives case", () => {
    const makers = makersOf([
      ["r", "Meta/Llama-4"],
      ["r", "x-ai/grok-4"],
    ]);
    expect(makers.makerOf("llama-4", ["llama"])).toBe("llama");
    expect(makers.makerOf("GROK-4", ["azure", "xai"])).toBe("xai");
  });
});
