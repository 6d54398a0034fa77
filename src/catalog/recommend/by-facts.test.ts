import { describe, expect, it } from "vitest";
import {
  openInMemory,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { recommendModels } from "./recommend-models.ts";
import { useCases } from "./use-cases.ts";

const facts = { "openai/gpt-5": { name: "GPT-5" } };

describe("kinds without a figure", () => {
  const one = (id: string, context: number, output: number, day: string) =>
    wireModel(id, { limit: { context, output }, release_date: day, cost: { input: 1, output: 0 } });
  const { view, models } = openInMemory(
    wireCatalog(
      wireProvider("openai", [
        one("text-embedding-old", 8_000, 3_072, "2024-02-01"),
        one("text-embedding-small", 8_000, 1_024, "2026-02-10"),
        one("text-embedding-large", 8_000, 3_072, "2026-01-10"),
        one("text-embedding-long", 32_000, 3_072, "2026-01-10"),
        one("text-embedding-short", 512, 4_096, "2026-03-01"),
        wireModel("gpt-5"),
        wireModel("gpt-image-1", {
          modalities: { input: ["text"], output: ["image"] },
          release_date: "2025-03-01",
        }),
        wireModel("gpt-image-2", {
          modalities: { input: ["text"], output: ["image"] },
          release_date: "2026-03-01",
        }),
      ]),
      wireProvider("hub", [
        wireModel("openai/gpt-image-2-max", {
          modalities: { input: ["text"], output: ["image"] },
          release_date: "2026-04-01",
        }),
        ...["old", "small", "large", "long", "short"].map((name) =>
          wireModel(`openai/text-embedding-${name}`, { cost: undefined }),
        ),
        wireModel("openai/gpt-image-1", { cost: undefined }),
        wireModel("openai/gpt-image-2", { cost: undefined }),
      ]),
    ),
    facts,
  );
  const refs = (name: "embedding" | "image-generation", weights = {}) => {
    const useCase = useCases[name];
    const wish = { useCase, usage: { input: 100, output: 0 }, filter: {}, weights };
    return recommendModels(view, wish).ranked.map(({ row }) => models[row]?.id);
  };

  it("are by date, dimensions and context for embedding, with what holds less than a page behind all", () => {
    expect(refs("embedding")).toEqual([
      "text-embedding-long",
      "text-embedding-large",
      "text-embedding-small",
      "text-embedding-old",
      "text-embedding-short",
    ]);
  });

  it("are by date and maker for pictures, and no conversation is among them", () => {
    expect(refs("image-generation")).toEqual([
      "gpt-image-2",
      "openai/gpt-image-2-max",
      "gpt-image-1",
    ]);
  });
});
