import { describe, expect, it } from "vitest";
import { SmallCatalog } from "./small-catalog.ts";

describe("names", () => {
  it("join what models.json calls by the name that others write as an id", () => {
    const catalog = new SmallCatalog(
      {
        mistral: ["mistral-large-2508"],
        b: ["mistral-large-3"],
        c: ["mistral-large-3-675b-instruct"],
      },
      { "mistral/mistral-large-2508": "Mistral Large 3" },
    );
    expect(catalog.of("b/mistral-large-3")).toMatchObject({
      model: "mistral/mistral-large-2508",
      reason: "official-name",
    });
    expect(catalog.areSame("b/mistral-large-3", "c/mistral-large-3-675b-instruct")).toBe(true);
  });

  it("join what most sellers call by the name that others write as an id", () => {
    const called = { id: "mistral-2508", name: "Mistral Petit 3.1" };
    const catalog = new SmallCatalog({
      a: [called],
      b: [called],
      c: [called],
      d: ["mistral-petit-3.1-24b-instruct"],
    });
    expect(catalog.of("d/mistral-petit-3.1-24b-instruct").reason).toBe("usual-name");
  });

  it("lose no offer of what is joined in turn", () => {
    const called = { id: "delta-3", name: "Gamma Delta 3" };
    const catalog = new SmallCatalog({
      lab: [{ id: "aaa-2", name: "Delta 3" }],
      a: [called, "lab/aaa-2"],
      b: [called],
      c: [called],
      d: ["gamma-delta-3", "0-first"],
    });
    expect(catalog.areSame("lab/aaa-2", "a/delta-3")).toBe(true);
    expect(catalog.areSame("d/gamma-delta-3", "d/0-first")).toBe(false);
  });

  it("bring home an offer whose id says little", () => {
    const catalog = new SmallCatalog(
      {
        moonshotai: ["kimi-k2.5"],
        "kimi-for-coding": [{ id: "k2p5", name: "Kimi K2.5" }],
        venice: [{ id: "openai-gpt-54-mini", name: "GPT-5.4 Mini" }],
        openai: ["gpt-5.4-mini"],
        gitlab: [{ id: "duo-chat-opus-4-5", name: "Agentic Chat (Claude Opus 4.5)" }],
        anthropic: ["claude-opus-4-5"],
      },
      {
        "moonshotai/kimi-k2.5": "Kimi K2.5",
        "openai/gpt-5.4-mini": "GPT-5.4 mini",
        "anthropic/claude-opus-4-5": "Claude Opus 4.5",
      },
    );
    expect(catalog.of("kimi-for-coding/k2p5")).toMatchObject({
      model: "moonshotai/kimi-k2.5",
      reason: "name",
    });
    expect(catalog.of("venice/openai-gpt-54-mini").model).toBe("openai/gpt-5.4-mini");
  });

  it("bring nothing home whose id says more than the name", () => {
    const catalog = new SmallCatalog(
      { openai: ["gpt-4o"], poe: [{ id: "gpt-4o-search", name: "GPT-4o" }] },
      { "openai/gpt-4o": "GPT-4o" },
    );
    expect(catalog.areSame("poe/gpt-4o-search", "openai/gpt-4o")).toBe(false);
  });

  it("are followed by others who write the same id", () => {
    const fuller = { id: "qwen3-coder", name: "Qwen3 Coder 480B A35B" };
    const catalog = new SmallCatalog(
      {
        alibaba: ["qwen3-coder-480b-a35b-instruct", "qwen3-coder-30b-a3b-instruct"],
        a: [fuller],
        b: [fuller],
        c: [{ id: "qwen3-coder", name: "Qwen3 Coder" }],
      },
      { "alibaba/qwen3-coder-480b-a35b-instruct": "Qwen3-Coder 480B-A35B Instruct" },
    );
    expect(catalog.of("c/qwen3-coder").model).toBe("alibaba/qwen3-coder-480b-a35b-instruct");
  });

  it("outweigh an id together with the date, and only then", () => {
    const sold = [
      { id: "claude-sonnet-4", release_date: "2025-05-22" },
      { id: "claude-sonnet-4-5", release_date: "2025-09-29" },
    ];
    const other = { id: "databricks-claude-sonnet-4", name: "Claude Sonnet 4.5" };
    const catalog = new SmallCatalog({
      a: sold,
      b: sold,
      databricks: [{ ...other, release_date: "2025-09-29" }],
      doubtful: [{ ...other, id: "claude-sonnet-4", release_date: "2025-05-22" }],
    });
    expect(catalog.of("databricks/databricks-claude-sonnet-4")).toMatchObject({
      model: "claude-sonnet-4-5",
      reason: "name-and-date",
    });
    expect(catalog.of("doubtful/claude-sonnet-4")).toMatchObject({
      model: "claude-sonnet-4",
      reason: "name-differs",
    });
  });

  it("set apart an offer that was only supposed to be a serving", () => {
    const catalog = new SmallCatalog({
      a: ["minimax-m2.5", "minimax-m3"],
      b: ["minimax-m2.5", "minimax-m3"],
      c: [{ id: "minimax-m2.5-lightning", name: "MiniMax M3" }],
    });
    expect(catalog.of("c/minimax-m2.5-lightning")).toMatchObject({
      reason: "alone",
      variant: null,
    });
    expect(catalog.areSame("c/minimax-m2.5-lightning", "a/minimax-m2.5")).toBe(false);
  });

  it("set it apart whichever group is called first", () => {
    const sold = ["vendor/minimax-m2.5", "minimax-m3"];
    const catalog = new SmallCatalog({
      a: sold,
      b: sold,
      c: [{ id: "minimax-m2.5-lightning", name: "MiniMax M3" }],
    });
    expect(catalog.of("c/minimax-m2.5-lightning").model).toBe("minimax-m2.5-lightning");
  });
});
