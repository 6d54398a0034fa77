import { describe, expect, it } from "vitest";
import {
  openInMemory,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { findRows } from "./find.ts";

const { view } = openInMemory(
  wireCatalog(
    wireProvider("openai", [wireModel("gpt-4"), wireModel("gpt-5.5"), wireModel("gpt-image-2")]),
    wireProvider("nano-gpt", [wireModel("qwen3.6-27b"), wireModel("kimi-k2.6")]),
    wireProvider("deepseek", [wireModel("deepseek-v4-pro")]),
    wireProvider("google", [wireModel("gemini-2.5-pro"), wireModel("gemini-3.1-pro")]),
    wireProvider("big-router", [wireModel("openai/gpt-4"), wireModel("openai/gpt-5.5")]),
  ),
);
const found = (query: string) => findRows(view, query).map((row) => view.refs[row]);

describe("a version that no model has", () => {
  it.each(["gpt-6", "gpt 6"])(
    "leads to the nearest of its line, and not to another: %s",
    (query) => {
      const refs = found(query);
      expect(refs[0]).toBe("openai/gpt-5.5");
      expect(refs.indexOf("openai/gpt-4")).toBeLessThan(refs.indexOf("openai/gpt-image-2"));
      expect(refs.indexOf("openai/gpt-image-2")).toBeLessThan(refs.indexOf("nano-gpt/kimi-k2.6"));
    },
  );

  it("leads to its own line where all other words are in another", () => {
    expect(found("gemini-4-pro").slice(0, 2)).toEqual([
      "google/gemini-3.1-pro",
      "google/gemini-2.5-pro",
    ]);
    expect(found("deepseek-v4-pro")[0]).toBe("deepseek/deepseek-v4-pro");
  });

  it("leaves the hits as they are where nothing is of its line", () => {
    expect(found("kimmi k2.6")[0]).toBe("nano-gpt/kimi-k2.6");
  });
});

describe("words that name a seller", () => {
  it("find its row before the maker's", () => {
    expect(found("big-router gpt 5.5")[0]).toBe("big-router/openai/gpt-5.5");
    expect(found("router gpt 5.5")[0]).toBe("big-router/openai/gpt-5.5");
    expect(found("gpt 5.5")[0]).toBe("openai/gpt-5.5");
  });
});
