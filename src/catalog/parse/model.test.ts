import { describe, expect, it } from "vitest";
import { type Wire, wireModel } from "../../testing/catalog-builders.ts";
import type { ModelInfo } from "../words/model.ts";
import { Notebook } from "./findings.ts";
import { parseModel } from "./model.ts";

function read(fields: Wire): { model: ModelInfo; odd: Record<string, number> } {
  const notebook = new Notebook();
  const model = parseModel("openai", "gpt-5", wireModel("gpt-5", fields), notebook);
  return { model, odd: { ...notebook.findings().oddValues } };
}

describe("a model as received", () => {
  it("becomes a row with every field of the contract", () => {
    const notebook = new Notebook();
    const wire = {
      id: "gpt-5",
      name: "GPT-5",
      family: "gpt",
      attachment: true,
      reasoning: true,
      reasoning_options: [{ type: "effort", values: ["low"] }],
      tool_call: true,
      structured_output: true,
      temperature: false,
      knowledge: "2024-09-30",
      release_date: "2025-08-07",
      last_updated: "2025-08",
      modalities: { input: ["text", "image"], output: ["text"] },
      open_weights: false,
      limit: { context: 400_000, input: 272_000, output: 128_000 },
      cost: { input: 1.25, output: 10, cache_read: 0.125 },
      status: "beta",
      experimental: true,
      interleaved: true,
      provider: { npm: "@ai-sdk/openai" },
    };
    expect(parseModel("azure", "gpt-5", wire, notebook)).toEqual({
      ref: "azure/gpt-5",
      provider: "azure",
      id: "gpt-5",
      name: "GPT-5",
      family: "gpt",
      status: "beta",
      capabilities: ["reasoning", "tools", "structured-output", "attachments", "vision"],
      modalities: { input: ["text", "image"], output: ["text"] },
      limits: { context: 400_000, input: 272_000, output: 128_000 },
      price: {
        input: 1.25,
        output: 10,
        cacheRead: 0.125,
        cacheWrite: null,
        reasoning: null,
        inputAudio: null,
        outputAudio: null,
        tiers: [],
      },
      openWeights: false,
      releaseDate: "2025-08-07",
      lastUpdated: "2025-08",
      knowledge: "2024-09-30",
    });
    const { unknownFields, oddValues } = notebook.findings();
    expect({ ...unknownFields, ...oddValues }).toEqual({});
  });

  it("is unknown in everything where it says nothing, named by its id", () => {
    expect(parseModel("p", "x", {}, new Notebook())).toEqual({
      ref: "p/x",
      provider: "p",
      id: "x",
      name: "x",
      family: null,
      status: null,
      capabilities: [],
      modalities: { input: [], output: [] },
      limits: { context: null, input: null, output: null },
      price: null,
      openWeights: null,
      releaseDate: null,
      lastUpdated: null,
      knowledge: null,
    });
  });

  it("has a trimmed name, and its id where the name is blank", () => {
    expect(read({ name: "\tGPT-5  \n" }).model.name).toBe("GPT-5");
    expect(read({ name: " \t " }).model.name).toBe("gpt-5");
  });

  it("has a status in lower case, also one we do not know", () => {
    expect(read({ status: " Beta " }).model.status).toBe("beta");
    expect(read({ status: "preview" }).model.status).toBe("preview");
  });

  it.each([
    ["zero", 0, null, 0],
    ["a sentinel", 99_999_999, null, 1],
    ["a longer sentinel", 999_999_999_999, null, 1],
    ["seven nines, which may be meant", 9_999_999, 9_999_999, 0],
    ["a negative number", -1, null, 1],
    ["text", "128k", null, 1],
    ["a number beyond what counts exactly", 1e300, null, 1],
    ["a broken number", 4096.7, 4096, 0],
    ["less than a token", 0.3, null, 0],
    ["nothing", null, null, 0],
  ])("reads a limit of %s", (_, context, expected, odd) => {
    const found = read({ limit: { context, output: 10 } });
    expect(found.model.limits).toEqual({ context: expected, input: null, output: 10 });
    expect(Object.values(found.odd)).toEqual(odd === 0 ? [] : [odd]);
  });

  it("keeps an output limit above the context, which happens", () => {
    const { model, odd } = read({ limit: { context: 4_096, output: 8_192 } });
    expect(model.limits).toEqual({ context: 4_096, input: null, output: 8_192 });
    expect(odd).toEqual({});
  });

  it("counts limits and modalities that are no objects", () => {
    const { model, odd } = read({ limit: 4096, modalities: ["text"] });
    expect(model.limits).toEqual({ context: null, input: null, output: null });
    expect(model.modalities).toEqual({ input: [], output: [] });
    expect(odd).toEqual({ "model.limit: not an object": 1, "model.modalities: not an object": 1 });
  });

  it("knows no date that no calendar has, and counts it", () => {
    const { model, odd } = read({
      release_date: "2025-25-11",
      last_updated: "2025-02-31",
      knowledge: "1970-01-01",
    });
    expect([model.releaseDate, model.lastUpdated, model.knowledge]).toEqual([null, null, null]);
    expect(odd).toEqual({
      "model.release_date: impossible date": 1,
      "model.last_updated: impossible date": 1,
      "model.knowledge: impossible date": 1,
    });
  });

  it("counts flags that are neither true nor false, and takes them for unknown", () => {
    const { model, odd } = read({ reasoning: "yes", open_weights: 1 });
    expect(model.openWeights).toBeNull();
    expect(model.capabilities).not.toContain("reasoning");
    expect(odd).toEqual({
      "model.reasoning: neither true nor false": 1,
      "model.open_weights: neither true nor false": 1,
    });
  });

  it("keeps a medium upstream adds later, each once", () => {
    const { model } = read({ modalities: { input: ["text", "smell", "text", " "], output: [] } });
    expect(model.modalities.input).toEqual(["text", "smell"]);
  });

  it.each([
    ["vision", { input: ["image"], output: [] }],
    ["audio", { input: [], output: ["audio"] }],
    ["audio", { input: ["audio"], output: [] }],
    ["video", { input: [], output: ["video"] }],
    ["pdf", { input: ["pdf"], output: [] }],
  ])("is capable of %s by its modalities", (capability, modalities) => {
    const { model } = read({ modalities, tool_call: false, temperature: false });
    expect(model.capabilities).toEqual([capability]);
  });

  it("does not see because it draws", () => {
    const { model } = read({ modalities: { input: ["text"], output: ["image", "pdf"] } });
    expect(model.capabilities).toEqual(["tools", "temperature"]);
  });
});
