import { describe, expect, it } from "vitest";
import {
  openInMemory,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { openNames } from "./names.ts";
import { memoryParts } from "./parts.ts";

const { parts } = openInMemory(
  wireCatalog(
    wireProvider("openai", [wireModel("gpt-5", { family: "gpt" }), wireModel("gpt-5-mini")]),
    wireProvider("azure", [wireModel("gpt-5"), wireModel("Phi-4", { family: "phi" })]),
    wireProvider("openrouter", [wireModel("openai/gpt-5"), wireModel("z:free")]),
  ),
);

describe("the names in a catalog", () => {
  const names = openNames(memoryParts(parts));

  it("are its providers and families, sorted", () => {
    expect(names.providers()).toEqual(["azure", "openai", "openrouter"]);
    expect(names.families()).toEqual(["gpt", "phi"]);
  });

  it("are the refs that begin with what was typed", () => {
    expect(names.refs("openai/")).toEqual(["openai/gpt-5", "openai/gpt-5-mini"]);
    expect(names.refs("openrouter/z:")).toEqual(["openrouter/z:free"]);
    expect(names.refs("nobody/")).toEqual([]);
    expect(names.refs("")).toHaveLength(6);
  });

  it("are ids without their provider, each once", () => {
    expect(names.ids("gpt")).toEqual(["gpt-5", "gpt-5-mini"]);
    expect(names.ids("")).toEqual(["Phi-4", "gpt-5", "gpt-5-mini", "openai/gpt-5", "z:free"]);
  });
});
