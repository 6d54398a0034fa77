import { describe, expect, it } from "vitest";
import { type Wire, wireModel } from "../../testing/catalog-builders.ts";
import type { ModelRow } from "../words/model.ts";
import { Notebook } from "./findings.ts";
import { parseModel } from "./model.ts";

function read(fields: Wire): { model: ModelRow; odd: Record<string, number> } {
  const notebook = new Notebook();
  const model = parseModel("openai", "gpt-5", wireModel("gpt-5", fields), notebook);
  return { model, odd: { ...notebook.findings().oddValues } };
}

it.each(["audio", "video", "image", "pdf"])(
  "can take what it is said to take, whatever it gives: %s",
  (medium) => {
    const capability = medium === "image" ? "vision" : medium;
    const takes = read({ modalities: { input: ["text", medium], output: ["text"] } });
    const gives = read({ modalities: { input: ["text"], output: ["text", medium] } });
    expect(takes.model.capabilities).toContain(capability);
    expect(gives.model.capabilities).not.toContain(capability);
    expect(gives.model.modalities.output).toContain(medium);
  },
);

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
    ["a sentinel", 99_999_999, null, 0],
    ["a longer sentinel", 999_999_999_999, null, 0],
    ["seven nines, which may be meant", 9_999_999, 9_999_999, 0],
    ["a negative number", -1, null, 1],
    ["text that is no number", "large", null, 1],
    ["a number as text", " 128000 ", 128_000, 1],
    ["a number with commas as text", "128,000", 128_000, 1],
    ["a short number as text", "128k", 128_000, 1],
    ["zero as text", "0", null, 0],
    ["blank text", " ", null, 0],
    ["more than anybody has", 10_000_000_001, null, 1],
    ["the most that is believed", 10_000_000_000, 10_000_000_000, 0],
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
      knowledge: "0000-00-00",
    });
    expect([model.releaseDate, model.lastUpdated, model.knowledge]).toEqual([null, null, null]);
    expect(odd).toEqual({
      "model.release_date: impossible date": 1,
      "model.last_updated: impossible date": 1,
      "model.knowledge: impossible date": 1,
    });
  });

  it("counts flags that are neither true nor false, and takes them for unknown", () => {
    const { model, odd } = read({ reasoning: "maybe", open_weights: ["yes"] });
    expect(model.openWeights).toBeNull();
    expect(model.capabilities).not.toContain("reasoning");
    expect(model.notUnderstood).toEqual(["openWeights", "capabilities.reasoning"]);
    expect(odd).toEqual({
      "model.reasoning: neither true nor false": 1,
      "model.open_weights: neither true nor false": 1,
    });
  });

  it.each([
    [true, { supported: true, parallel: true }],
    [true, { enabled: true }],
    [true, "Yes"],
    [true, "TRUE"],
    [true, 1],
    [false, { supported: false }],
    [false, "no"],
    [false, 0],
  ])("reads %s from a flag written as %j, and counts it", (expected, tool_call) => {
    const { model, odd } = read({ tool_call });
    expect(model.capabilities.includes("tools")).toBe(expected);
    expect(model.notUnderstood).toBeUndefined();
    expect(Object.values(odd)).toEqual([1]);
  });

  it("keeps a medium upstream adds later, each once", () => {
    const { model } = read({ modalities: { input: ["text", "smell", "text", " "], output: [] } });
    expect(model.modalities.input).toEqual(["text", "smell"]);
    expect(model.notUnderstood).toEqual(["modalities.input"]);
  });

  it.each([
    [
      ["Text", "IMAGE"],
      ["text", "image"],
    ],
    [
      ["text/plain", "image/png", "image/jpeg", "application/pdf"],
      ["text", "image", "pdf"],
    ],
    [
      ["audio/*", "video/mp4", "images"],
      ["audio", "video", "image"],
    ],
    [["embedding"], ["embedding"]],
    ["text, image", ["text", "image"]],
  ])("reads the media %j in the words of models.dev", (input, expected) => {
    const { model } = read({ modalities: { input, output: ["text"] } });
    expect(model.modalities.input).toEqual(expected);
    expect(model.notUnderstood).toBeUndefined();
    expect(model.capabilities.includes("vision")).toBe(expected.includes("image"));
    expect(model.capabilities.includes("pdf")).toBe(expected.includes("pdf"));
  });

  it("does not know the media where it cannot read them", () => {
    const { model } = read({ modalities: "text->text" });
    expect(model.notUnderstood).toEqual(["modalities.input", "modalities.output"]);
  });

  it("names every value that is unknown because it was not understood, each once", () => {
    const { model } = read({
      release_date: "soon",
      limit: { context: "plenty", output: -1 },
      cost: { input: "cheap", output: 2, per_image: 0.04, tiers: [7, 8] },
      tool_call: [],
    });
    expect(model.notUnderstood).toEqual([
      "capabilities.tools",
      "limits.context",
      "limits.output",
      "price.per_image",
      "price.input",
      "price.tiers",
      "releaseDate",
    ]);
  });

  it("names what is unknown of this row alone", () => {
    const notebook = new Notebook();
    parseModel("p", "odd", wireModel("odd", { release_date: "soon" }), notebook);
    const next = parseModel("p", "usual", wireModel("usual"), notebook);
    expect(next).not.toHaveProperty("notUnderstood");
  });

  it.each([
    ["vision", { input: ["image"], output: [] }],
    ["audio", { input: ["audio"], output: [] }],
    ["video", { input: ["video"], output: [] }],
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
