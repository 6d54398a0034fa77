import { describe, expect, it } from "vitest";
import { openNames } from "../../catalog/prepared/names.ts";
import { ModelForgeError } from "../../failure.ts";
import {
  openInMemory,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { namingIn } from "./names-of-words.ts";
import { insteadOfTooMany } from "./too-many-words.ts";
import { memoryParts } from "../../catalog/prepared/parts.ts";

const { parts } = openInMemory(
  wireCatalog(
    wireProvider("openai", [wireModel("gpt-5"), wireModel("gpt-5-mini")]),
    wireProvider("302ai", [wireModel("openai/gpt-5")]),
  ),
);
const names = openNames(memoryParts(parts));
const naming = namingIn(() => names);
const instead = (command: string, ...words: string[]) =>
  insteadOfTooMany(`modelforge ${command}`, words, naming);

describe("a word too many", () => {
  it("that is a provider of the catalog at hand asks for its rows", () => {
    expect(instead("models list", "openai")[0]).toBe("modelforge list --provider openai");
    expect(instead("models list", "OpenAI")[0]).toBe("modelforge list --provider OpenAI");
    expect(instead("models list", "302ai")[0]).toBe("modelforge list --provider 302ai");
    expect(instead("models info", "openai", "gpt-5")).toEqual([
      "modelforge info --provider openai --model gpt-5",
    ]);
    expect(instead("providers list", "openai")).toEqual(["modelforge providers info openai"]);
  });

  it("that is a model is looked up, and is no provider", () => {
    expect(instead("models list", "gpt-5")).toEqual([
      "modelforge info gpt-5",
      "modelforge search gpt-5",
    ]);
    expect(instead("providers list", "gpt-5")).toEqual(["modelforge offers gpt-5"]);
  });

  it("that is neither is searched for", () => {
    expect(instead("models list", "gpt")).toEqual(["modelforge search gpt"]);
  });

  it("is told by its form where no catalog is at hand, or none that is sound", () => {
    const broken = namingIn(() => {
      throw new ModelForgeError("usage.bad-value", { message: "no source" });
    });
    for (const one of [broken, namingIn(() => undefined)]) {
      expect(insteadOfTooMany("modelforge models list", ["gpt-5"], one)).toEqual([
        "modelforge search gpt-5",
        "modelforge info gpt-5",
      ]);
      expect(insteadOfTooMany("modelforge models list", ["openai"], one)).toContain(
        "modelforge list --provider openai",
      );
    }
  });
});
