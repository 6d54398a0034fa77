import { describe, expect, it } from "vitest";
import {
  openInMemory,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { failureOf } from "../../testing/failures.ts";
import { describeRealCatalogs } from "../../testing/real-catalog.ts";
import { resolveModel } from "./resolve-model.ts";

const { view } = openInMemory(
  wireCatalog(
    wireProvider("openai", [wireModel("gpt-5"), wireModel("gpt-5-mini")], { name: "OpenAI" }),
    wireProvider("azure", [wireModel("gpt-5"), wireModel("Kimi-K2")]),
    wireProvider("router", [
      wireModel("openai/gpt-5"),
      wireModel("openai/gpt-4o"),
      wireModel("kimi-k2"),
      wireModel("llama-3"),
    ]),
    wireProvider("groq", [wireModel("llama-3"), wireModel("old", { status: "deprecated" })]),
    wireProvider("amazon-bedrock", [wireModel("anthropic/claude:1")], { name: "Amazon Bedrock" }),
  ),
);
const refOf = (text: string, provider?: string): string =>
  resolveModel(view, { name: text, provider }).entry.ref;

describe("resolveModel", () => {
  it("takes a full ref before the bare id of the same letters", () => {
    expect(refOf("openai/gpt-5")).toBe("openai/gpt-5");
  });

  it("takes a bare id with a slash in it where no ref is meant", () => {
    expect(refOf("openai/gpt-4o")).toBe("router/openai/gpt-4o");
  });

  it("takes the maker's own row of several sellers", () => {
    expect(refOf("gpt-5")).toBe("openai/gpt-5");
    expect(refOf(" GPT-5 ")).toBe("openai/gpt-5");
  });

  it("takes the only seller of an id, whatever its case", () => {
    expect(refOf("GPT-5-Mini")).toBe("openai/gpt-5-mini");
  });

  it("takes the exact case of an id where it tells the sellers apart", () => {
    expect(refOf("Kimi-K2")).toBe("azure/Kimi-K2");
    expect(refOf("kimi-k2")).toBe("router/kimi-k2");
  });

  it("takes a provider by its display name", () => {
    expect(refOf("Amazon Bedrock/anthropic/claude:1")).toBe("amazon-bedrock/anthropic/claude:1");
    expect(refOf("Amazon_Bedrock/Anthropic/Claude:1")).toBe("amazon-bedrock/anthropic/claude:1");
  });

  it("names the candidates where none of several sellers is the maker", () => {
    const failure = failureOf(() => resolveModel(view, { name: "llama-3" }));
    expect(failure.code).toBe("model.ambiguous");
    expect(failure.exitCode).toBe(3);
    expect(failure.details.candidates).toEqual(["groq/llama-3", "router/llama-3"]);
    const folded = failureOf(() => resolveModel(view, { name: "KIMI-k2" }));
    expect(folded.details.candidates).toEqual(["azure/Kimi-K2", "router/kimi-k2"]);
  });

  it("names the nearest for a model there is not, and which of them are deprecated", () => {
    const failure = failureOf(() => resolveModel(view, { name: "gtp-5-mini" }));
    expect(failure.code).toBe("model.not-found");
    expect(failure.details.nearest).toContain("openai/gpt-5-mini");
    const old = failureOf(() => resolveModel(view, { name: "groq/olld" }));
    expect(old.details.nearest).toEqual(["groq/old"]);
    expect(old.hint).toBe("did you mean groq/old (deprecated)?");
  });

  it("suggests a search where nothing is near", () => {
    const failure = failureOf(() => resolveModel(view, { name: "zzzzzz" }));
    expect(failure.details.nearest).toEqual([]);
    expect(failure.hint).toBe('try: modelforge search "zzzzzz"');
  });
});

describe("resolveModel with a provider", () => {
  it("looks among its models alone", () => {
    expect(refOf("gpt-5", "azure")).toBe("azure/gpt-5");
    expect(refOf("GPT-5", "Azure")).toBe("azure/gpt-5");
    expect(refOf("openai/gpt-5", "router")).toBe("router/openai/gpt-5");
  });

  it("forgives the provider said twice, however it is written", () => {
    expect(refOf("openai/gpt-5", "openai")).toBe("openai/gpt-5");
    expect(refOf("OpenAI/gpt-5", "OpenAI")).toBe("openai/gpt-5");
  });

  it("names the nearest of that provider only", () => {
    const failure = failureOf(() => resolveModel(view, { name: "gpt-5-mni", provider: "openai" }));
    expect(failure.code).toBe("model.not-found");
    const close = failure.details.nearest as string[];
    expect(close[0]).toBe("openai/gpt-5-mini");
    for (const ref of close) expect(ref).toMatch(/^openai\//);
    expect(
      failureOf(() => resolveModel(view, { name: "gpt-5", provider: "groq" })).message,
    ).toContain("at groq");
  });

  it("fails for a provider there is not", () => {
    expect(failureOf(() => resolveModel(view, { name: "gpt-5", provider: "opanai" })).code).toBe(
      "provider.not-found",
    );
  });
});

describeRealCatalogs("resolveModel on a real catalog", (catalog) => {
  it("takes a full ref before the bare id of the same letters, wherever there are both", () => {
    const { view: real, models } = catalog.open();
    const ids = new Set(models.map(({ id }) => id));
    const twofold = models.filter(({ ref }) => ids.has(ref));
    expect(twofold.length).toBeGreaterThan(0);
    expect(
      twofold.filter(({ ref }) => resolveModel(real, { name: ref }).entry.ref !== ref),
    ).toEqual([]);
  });

  it("knows the makers of well-known models", () => {
    const { view: real } = catalog.open();
    const ids = [
      "gpt-5",
      "claude-sonnet-4-5",
      "gemini-2.5-pro",
      "grok-4.3",
      "mistral-large-latest",
    ];
    expect(ids.map((id) => resolveModel(real, { name: id }).entry.ref)).toEqual([
      "openai/gpt-5",
      "anthropic/claude-sonnet-4-5",
      "google/gemini-2.5-pro",
      "xai/grok-4.3",
      "mistral/mistral-large-latest",
    ]);
  });
});
