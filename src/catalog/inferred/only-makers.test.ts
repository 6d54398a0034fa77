import { describe, expect, it } from "vitest";
import {
  openInMemory,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { recommendModels } from "../recommend/recommend-models.ts";
import { usualWish } from "../recommend/usual-rankings.ts";

const providers = [
  wireProvider("google", [wireModel("gemini-2.5-pro"), wireModel("gemini-2.5-flash")]),
  wireProvider("openai", [wireModel("gpt-5")]),
  wireProvider("hub", [wireModel("openai/gpt-5"), wireModel("house-model")]),
];

function openWith(facts: Record<string, unknown>) {
  const { models, view } = openInMemory(wireCatalog(...providers), facts);
  const { maker, makers } = view.columns;
  const said = Object.fromEntries(
    models.map(({ ref }, row) => [ref, makers[(maker[row] as number) - 1] ?? null]),
  );
  const { ranked } = recommendModels(view, usualWish(undefined));
  return { said, ranked: ranked.map(({ row }) => models[row]?.ref) };
}

describe("who makes what nobody says who made", () => {
  it("is who sells only that, in a catalog without the source's word on makers", () => {
    const { said, ranked } = openWith({});
    expect(said).toEqual({
      "google/gemini-2.5-flash": "google",
      "google/gemini-2.5-pro": "google",
      "hub/house-model": null,
      "hub/openai/gpt-5": "openai",
      "openai/gpt-5": "openai",
    });
    expect(ranked).toContain("google/gemini-2.5-pro");
    expect(ranked).not.toContain("hub/house-model");
  });

  it("is nobody where the source says who makes what, and not this", () => {
    const { said, ranked } = openWith({ "openai/gpt-5": { name: "GPT-5" } });
    expect(said["google/gemini-2.5-pro"]).toBeNull();
    expect(ranked).not.toContain("google/gemini-2.5-pro");
  });

  it("is nobody where two sell it that may have made it, unless upstream calls one of them a lab", () => {
    const both = (facts: Record<string, unknown>) => {
      const { models, view } = openInMemory(
        wireCatalog(
          wireProvider("azure", [wireModel("gpt-5"), wireModel("azure-own")]),
          wireProvider("openai", [wireModel("gpt-5"), wireModel("gpt-4o")]),
          wireProvider("hub", [wireModel("azure/azure-own"), wireModel("openai/gpt-4o")]),
        ),
        facts,
      );
      const { maker, makers } = view.columns;
      const row = models.findIndex(({ ref }) => ref === "azure/gpt-5");
      return makers[(maker[row] as number) - 1] ?? null;
    };
    expect(both({})).toBeNull();
    expect(both({ "openai/gpt-4o": { name: "GPT-4o" } })).toBe("openai");
  });
});
