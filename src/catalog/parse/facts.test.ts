import { describe, expect, it } from "vitest";
import { parseFacts } from "./facts.ts";
import { Notebook } from "./findings.ts";

describe("parseFacts", () => {
  it("reads licence, links, weights and benchmarks, sorted by id", () => {
    const notebook = new Notebook();
    const facts = parseFacts(
      {
        "qwen/qwen3": { name: "Qwen3" },
        "openai/gpt-5": {
          name: " GPT-5 ",
          license: "proprietary",
          links: [{ label: "Model card", url: "https://openai.example/card" }],
          weights: [{ url: "https://hf.example/x" }],
          benchmarks: [
            { name: "GPQA", score: 85.7, metric: "percent correct", date: "2025-08", harness: "x" },
          ],
        },
      },
      notebook,
    );
    expect(facts.map(({ id }) => id)).toEqual(["openai/gpt-5", "qwen/qwen3"]);
    expect(facts[0]).toEqual({
      id: "openai/gpt-5",
      name: "GPT-5",
      license: "proprietary",
      links: [{ label: "Model card", url: "https://openai.example/card" }],
      weights: [{ label: null, url: "https://hf.example/x" }],
      benchmarks: [
        {
          name: "GPQA",
          score: 85.7,
          metric: "percent correct",
          variant: null,
          harness: "x",
          source: null,
          date: "2025-08",
        },
      ],
    });
    expect(notebook.findings().setAside).toEqual([]);
  });

  it("sets entries aside that are no facts, a provider in their place among them", () => {
    const notebook = new Notebook();
    const document = JSON.parse('{"openai":{"models":{}},"a/b":7,"__proto__":{},"a/c":{}}');
    expect(parseFacts(document, notebook).map(({ id }) => id)).toEqual(["a/c"]);
    expect(notebook.findings().setAside.map(({ where }) => where)).toEqual([
      "models.json openai",
      "models.json a/b",
      "models.json __proto__",
    ]);
  });

  it("leaves out links without a url and benchmarks without name or score, and counts them", () => {
    const notebook = new Notebook();
    const [facts] = parseFacts(
      {
        "a/b": {
          links: [{ label: "x" }, "https://x.example", { url: "https://y.example" }],
          weights: "none",
          benchmarks: [{ name: "GPQA" }, { score: 1 }, 7, { name: "MMLU", score: 0 }],
        },
      },
      notebook,
    );
    expect(facts?.links).toEqual([{ label: null, url: "https://y.example" }]);
    expect(facts?.weights).toEqual([]);
    expect(facts?.benchmarks.map(({ name }) => name)).toEqual(["MMLU"]);
    expect(notebook.findings().oddValues).toEqual({
      "facts.links[]: without a url": 2,
      "facts.benchmarks[]: without name or score": 3,
    });
  });

  it("has none where the document is no object", () => {
    const notebook = new Notebook();
    expect(parseFacts([], notebook)).toEqual([]);
    expect(notebook.findings().oddValues).toEqual({ "models.json: not an object": 1 });
  });
});
