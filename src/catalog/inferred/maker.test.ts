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

  it("believes a seller that names another maker before one reseller that calls it the maker", () => {
    const rows: [string, string][] = [
      ["siliconflow", "deepseek-ai/deepseek-v3.2"],
      ["gateway", "siliconflow/deepseek-v3.2"],
    ];
    const bare = "deepseek-v3.2";
    expect(makersOf(rows).isMakers("siliconflow", bare, "deepseek-ai")).toBe(false);
    expect(makersOf(rows).isMakers("siliconflow", bare, "")).toBe(true);
    expect(makersOf(rows).isMakers("siliconflow", bare, "siliconflow")).toBe(true);
    // upstream is more than any of them
    const said = makersOf(rows, ["siliconflow/deepseek-v3.2"]);
    expect(said.isMakers("siliconflow", bare, "deepseek-ai")).toBe(true);
  });

  it("weighs what others say: one word for a reseller is none against several for the maker", () => {
    const makers = makersOf([
      ["gateway", "acme/qwen3-8b"],
      ["a", "qwen/qwen3-8b"],
      ["b", "Qwen/Qwen3-8B"],
      ["acme", "qwen3-8b"],
    ]);
    expect(makers.strength("acme", "qwen3-8b")).toBe(0);
    expect(makers.strength("qwen", "qwen3-8b")).toBe(2);
    // as many for the one as for the other
    const even = makersOf([
      ["gateway", "acme/qwen3-8b"],
      ["a", "qwen/qwen3-8b"],
    ]);
    expect(even.strength("acme", "qwen3-8b")).toBe(1);
  });

  it("takes no seller's own word for it where others say who it was, or sell it as well", () => {
    const contested = makersOf([
      ["acme", "acme/qwen3-8b"],
      ["a", "qwen/qwen3-8b"],
    ]);
    expect(contested.strength("acme", "qwen3-8b")).toBe(0);
    const shared = makersOf([
      ["acme", "acme/gpt-5"],
      ["openai", "gpt-5"],
    ]);
    expect(shared.strength("acme", "gpt-5")).toBe(0);
    expect(makersOf([["acme", "acme/own-7"]]).strength("acme", "own-7")).toBe(1);
  });

  it("knows a maker by the letters of its name, whatever accounts add to it", () => {
    const makers = makersOf([
      ["a", "zai-org/glm-5"],
      ["b", "z-ai/glm-5"],
      ["c", "else/glm-5"],
    ]);
    expect(makers.strength("zai", "glm-5")).toBe(2);
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
