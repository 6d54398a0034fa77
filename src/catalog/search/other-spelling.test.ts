import { describe, expect, it } from "vitest";
import {
  openInMemory,
  type Wire,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { failureOf } from "../../testing/failures.ts";
import { type Asked, resolveModel } from "./resolve-model.ts";

const dated = { release_date: "2025-08-07" };
const { view } = openInMemory(
  wireCatalog(
    wireProvider("openai", [
      wireModel("gpt-5", dated),
      wireModel("gpt-5-mini", dated),
      wireModel("gpt-5.5"),
      wireModel("gpt-4o", { release_date: "2024-05-13" }),
      wireModel("gpt-4o-2024-08-06", { release_date: "2024-08-06" }),
    ]),
    wireProvider("anthropic", [
      wireModel("claude-sonnet-4-5", { release_date: "2025-09-29" }),
      wireModel("claude-sonnet-4-5-20250929", { release_date: "2025-09-29" }),
    ]),
    wireProvider("google", [wireModel("gemini-3.1-pro-preview"), wireModel("gemini-2.5-pro")]),
    wireProvider("zai", [
      wireModel("glm-4.6"),
      wireModel("kimi-k2"),
      wireModel("kimi-k2-thinking"),
    ]),
    wireProvider("azure", [wireModel("gpt-5", dated), wireModel("llama-3.3-70b", priced(3))]),
    wireProvider("groq", [wireModel("llama-3.3-70b", priced(1))]),
    wireProvider("router", [
      wireModel("openai/gpt-5", dated),
      wireModel("anthropic/claude-sonnet-4.5", { release_date: "2025-09-29" }),
      wireModel("google/gemini-2.5-pro"),
      wireModel("zai/glm-4.6"),
      wireModel("openai/gpt-5.1-2025-11-13"),
      wireModel("llama-3.3-70b", priced(2)),
      wireModel("us.anthropic.claude-sonnet-4-5-20250929-v1:0", { release_date: "2025-09-29" }),
    ]),
  ),
);

function priced(input: number): Wire {
  return { cost: { input, output: input } };
}

const resolve = (name: string, more: Omit<Asked, "name"> = {}) =>
  resolveModel(view, { name, ...more });

describe("another spelling of a model", () => {
  it.each([
    ["its release behind it", "gpt-5-2025-08-07", "openai/gpt-5"],
    ["its release in digits", "gpt-5-mini@20250807", "openai/gpt-5-mini"],
    ["a dot for a hyphen", "claude-sonnet-4.5", "anthropic/claude-sonnet-4-5"],
    ["a hyphen for a dot", "zai/glm-4-6", "zai/glm-4.6"],
    ["a word left out that comes and goes", "gemini-3.1-pro", "google/gemini-3.1-pro-preview"],
    ["latest behind it", "claude-sonnet-4-5-latest", "anthropic/claude-sonnet-4-5"],
    ["the path of an API before it", "models/gemini-2.5-pro", "google/gemini-2.5-pro"],
    ["a router and a way of routing", "somewhere/openai/gpt-5:nitro", "openai/gpt-5"],
    ["a maker and a hyphen before it", "openai-gpt-5-mini", "openai/gpt-5-mini"],
    ["nothing between its words", "gpt5mini", "openai/gpt-5-mini"],
    ["nothing between name and version", "glm46", "zai/glm-4.6"],
    ["its provider before it", "openai/gpt5", "openai/gpt-5"],
    ["its thinking switched on", "gpt-5-thinking", "openai/gpt-5"],
    ["its display name", "Claude Sonnet 4.5", "anthropic/claude-sonnet-4-5"],
    ["the words in another order", "claude-4.5-sonnet", "anthropic/claude-sonnet-4-5"],
  ])("is taken for it: %s", (_, name, ref) => {
    const { entry, asked, note } = resolve(name);
    expect(entry.ref).toBe(ref);
    expect(asked).toBe(name);
    expect(note?.code).toBe("model.other-spelling");
    expect(note?.message).toContain(ref);
  });

  it("says nothing where a ref or the maker's id was typed, whatever its case", () => {
    for (const name of ["openai/gpt-5", "OpenAI/GPT-5", "gpt-5", "GPT-5 "]) {
      expect(Object.keys(resolve(name))).toEqual(["entry"]);
    }
  });

  it("is looked for at the seller that was named", () => {
    expect(resolve("azure/gpt5").entry.ref).toBe("azure/gpt-5");
    expect(resolve("router/gpt-5-2025-08-07").entry.ref).toBe("router/openai/gpt-5");
    expect(resolve("gpt5", { provider: "azure" }).entry.ref).toBe("azure/gpt-5");
  });

  it("does not change a seller that was named for another, but suggests the maker's row first", () => {
    const failure = failureOf(() => resolve("groq/gpt-5"));
    expect(failure.code).toBe("model.not-found");
    expect((failure.details.nearest as string[])[0]).toBe("openai/gpt-5");
    expect(failureOf(() => resolve("gpt5", { provider: "groq" })).code).toBe("model.not-found");
  });

  it("takes a maker before a slash for no seller where ids are written so", () => {
    expect(resolve("openai/gpt-5.1").entry.ref).toBe("router/openai/gpt-5.1-2025-11-13");
  });

  it("takes the maker's row for an id that only resellers use, the one that is written most like it", () => {
    const { entry, note } = resolve("us.anthropic.claude-sonnet-4-5-20250929-v1:0");
    expect(entry.ref).toBe("anthropic/claude-sonnet-4-5-20250929");
    expect(note?.message).toBe(
      "us.anthropic.claude-sonnet-4-5-20250929-v1:0 is what resellers call it; taken is anthropic/claude-sonnet-4-5-20250929, the maker's row of the same model, released 2025-09-29",
    );
  });

  it("is not guessed where it may be another model, which is suggested", () => {
    const nearest = (name: string) => failureOf(() => resolve(name)).details.nearest as string[];
    expect(nearest("gpt-4o-2024-11-20")[0]).toBe("openai/gpt-4o");
    expect(nearest("my-gpt-5")[0]).toBe("openai/gpt-5");
    expect(nearest("gpt-5-turbo")[0]).toBe("openai/gpt-5");
    expect(nearest("glm-4.6-chat")[0]).toBe("zai/glm-4.6");
    expect(nearest("gpt-9")[0]).toMatch(/^openai\/gpt-/);
  });

  it("keeps a model of its own apart from the one its name begins with", () => {
    expect(resolve("kimi-k2-thinking-2026-01-15").entry.ref).toBe("zai/kimi-k2-thinking");
  });
});

describe("a model whose maker does not sell it", () => {
  it("is asked for by its sellers", () => {
    const failure = failureOf(() => resolve("llama-3-3-70b"));
    expect(failure.code).toBe("model.ambiguous");
    expect(failure.details.candidates).toEqual([
      "azure/llama-3.3-70b",
      "groq/llama-3.3-70b",
      "router/llama-3.3-70b",
    ]);
  });

  it("stands as its seller in the middle by price has it where no seller was asked for", () => {
    for (const name of ["llama-3.3-70b", "llama33-70b", "somewhere/llama-3.3-70b:nitro"]) {
      const { entry, asked, note } = resolve(name, { anySeller: true });
      expect(entry.ref).toBe("router/llama-3.3-70b");
      expect(asked).toBe(name);
      expect(note?.code).toBe("model.one-of-sellers");
    }
    expect(resolve("groq/gpt-5", { anySeller: true }).entry.ref).toBe("openai/gpt-5");
  });
});

describe("a spelling that several models have", () => {
  const sold = (id: string, released: string, name = id): Wire =>
    wireModel(id, { name, release_date: released });
  const { view: several } = openInMemory(
    wireCatalog(
      wireProvider("anthropic", [
        sold("claude-sonnet-4-0", "2025-05-22"),
        sold("claude-sonnet-4-5", "2025-09-29"),
      ]),
      wireProvider("router", [
        sold("anthropic/claude-sonnet-4.5", "2025-09-29"),
        sold("anthropic/claude-sonnet-4", "2025-05-22"),
      ]),
      wireProvider("mislabelled", [
        sold("claude-sonnet-4", "2025-09-29", "claude-sonnet-4-5"),
        sold("claude-4.5-sonnet", "2025-09-29"),
      ]),
      wireProvider("mistral", [
        sold("devstral-2512", "2025-12-09"),
        sold("devstral-latest", "2025-12-09"),
      ]),
      wireProvider("relay", [sold("mistral/devstral-2512", "2025-12-09")]),
    ),
  );
  const refOf = (name: string): string => resolveModel(several, { name }).entry.ref;

  it("is that of the one whose maker writes it so, a version that ends with 0 as well", () => {
    for (const name of ["claude_sonnet_4_0", "Claude Sonnet 4.0", "anthropic/claude-sonnet-4-0:x"])
      expect(refOf(name)).toBe("anthropic/claude-sonnet-4-0");
    expect(refOf("claude_sonnet_4_5")).toBe("anthropic/claude-sonnet-4-5");
  });

  it("is an id itself before a model with other marks, whatever stands before it", () => {
    for (const name of ["models/devstral-latest", "devstral_latest", "devstral-latest:nitro"])
      expect(refOf(name)).toBe("mistral/devstral-latest");
    expect(refOf("models/devstral-2512")).toBe("mistral/devstral-2512");
  });
});

describe("a catalog in which nobody says who made what", () => {
  const small = openInMemory(
    wireCatalog(
      wireProvider("anthropic", [wireModel("claude-sonnet-4-5")], { npm: "@ai-sdk/anthropic" }),
      wireProvider("relay", [wireModel("claude-sonnet-4.5")]),
    ),
  ).view;

  it("has a maker in who sells a model through an API of its own", () => {
    const { entry, note } = resolveModel(small, { name: "claude-sonnet-4.5" });
    expect(entry.ref).toBe("anthropic/claude-sonnet-4-5");
    expect(note?.code).toBe("model.other-spelling");
  });
});

describe("names that differ in case alone", () => {
  const { view: twins } = openInMemory(
    wireCatalog(wireProvider("acme", [wireModel("GLM-5"), wireModel("glm-5")])),
  );

  it("are both named where neither was typed", () => {
    for (const name of ["acme/Glm-5", "Glm-5"]) {
      const failure = failureOf(() => resolveModel(twins, { name }));
      expect(failure.exitCode).toBe(3);
      expect(failure.details.candidates).toEqual(["acme/GLM-5", "acme/glm-5"]);
      expect(failure.message).toContain("differ in case alone");
    }
    const atProvider = failureOf(() => resolveModel(twins, { name: "gLM-5", provider: "acme" }));
    expect(atProvider.code).toBe("model.ambiguous");
  });

  it("are taken as they were typed", () => {
    expect(resolveModel(twins, { name: "acme/glm-5" }).entry.ref).toBe("acme/glm-5");
    expect(resolveModel(twins, { name: "acme/GLM-5" }).entry.ref).toBe("acme/GLM-5");
  });
});

describe("names that hold what is not shown", () => {
  const ids = [" m1 ", "m2\t", "m\n3", "m\u200b4", "m\u001b[31m5", "m6", "m\u200b6"];
  const { view: odd } = openInMemory(
    wireCatalog(
      wireProvider(
        "acme",
        ids.map((id) => wireModel(id)),
      ),
    ),
  );
  const refOf = (name: string): string => resolveModel(odd, { name }).entry.ref;

  it("are found as they are shown", () => {
    expect(refOf("acme/ m1 ")).toBe("acme/ m1 ");
    expect(refOf("acme/ m1")).toBe("acme/ m1 ");
    expect(refOf("acme/m2")).toBe("acme/m2\t");
    expect(refOf("acme/m 3")).toBe("acme/m\n3");
    expect(refOf("acme/m4")).toBe("acme/m\u200b4");
    expect(refOf("acme/m5")).toBe("acme/m\u001b[31m5");
  });

  it("stand back behind what is written as it is shown", () => {
    expect(refOf("acme/m6")).toBe("acme/m6");
  });
});

describe("a provider where a model is asked for", () => {
  it("is named with the command that shows it", () => {
    const failure = failureOf(() => resolve("openai"));
    expect(failure.code).toBe("model.not-found");
    expect(failure.message).toBe("openai is a provider, and no model");
    expect(failure.hint).toContain("modelforge providers info openai");
  });
});
