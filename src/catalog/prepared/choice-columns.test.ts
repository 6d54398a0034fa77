import { expect, it } from "vitest";
import {
  openInMemory,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { describeRealCatalogs } from "../../testing/real-catalog.ts";
import { standings } from "../inferred/quality/standing.ts";

const facts = { "openai/gpt-5": { name: "GPT-5" }, "anthropic/claude-5": { name: "Claude 5" } };

it("says what each name stands for, also of what holds no conversation", () => {
  const { models, view } = openInMemory(
    wireCatalog(
      wireProvider("openai", [
        wireModel("gpt-5"),
        wireModel("gpt-5-preview"),
        wireModel("gpt-6-preview"),
        wireModel("gpt-6-preview-tools"),
        wireModel("gpt-latest"),
        wireModel("text-embedding-3"),
      ]),
      wireProvider(
        "hub",
        "gpt-5 gpt-5-preview gpt-6-preview gpt-6-preview-tools gpt-latest text-embedding-3 auto"
          .split(" ")
          .map((id) => wireModel(`openai/${id}`)),
      ),
      wireProvider("anthropic", [wireModel("name-of-its-own")]),
      wireProvider("own", [wireModel("nobodys-model"), wireModel("nobodys-embedding")]),
    ),
    facts,
  );
  const found = Object.fromEntries(
    models.map(({ ref }, row) => [ref, standings[view.columns.standing[row] as number]]),
  );
  expect(found).toMatchObject({
    "openai/gpt-5": "model",
    "openai/gpt-5-preview": "preview",
    "openai/gpt-6-preview": "model",
    "openai/gpt-6-preview-tools": "preview",
    "openai/gpt-latest": "alias",
    "openai/text-embedding-3": "model",
    "hub/openai/auto": "router",
    "anthropic/name-of-its-own": "model",
    "own/nobodys-model": "unknown-maker",
    "own/nobodys-embedding": "unknown-maker",
  });
});

describeRealCatalogs("what a choice goes by", (catalog) => {
  it("is the same for all rows of a model, as far as it is the model's", () => {
    const { columns } = catalog.open().view;
    const { group, quality, spread, results, standing } = columns;
    const known = new Map<number, string>();
    group.forEach((of, row) => {
      const said = [quality[row], spread[row], results[row], standing[row]].join();
      expect(known.get(of) ?? said).toBe(said);
      known.set(of, said);
    });
    expect([...quality].filter((one) => !Number.isNaN(one)).length).toBeGreaterThan(100);
  });
});
