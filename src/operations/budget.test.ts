import { describe, expect, it } from "vitest";
import { Configuration } from "../config/configuration.ts";
import { openInMemory, wireCatalog, wireModel, wireProvider } from "../testing/catalog-builders.ts";
import { createFakeSystem } from "../testing/fake-system.ts";
import { aboveBudget, type Ceilings, withinBudget } from "./budget.ts";

const file = "/home/you/.config/model-forge/config.json";

function configured(usd?: number): Configuration {
  const machine = createFakeSystem();
  if (usd !== undefined) machine.files.put(file, `{"settings": {"budget": ${usd}}}`);
  return new Configuration(machine);
}

describe("a budget", () => {
  it("is the ceiling of a question that says none, which is said", () => {
    const { input, notes } = withinBudget<Ceilings & { limit: number }>(
      { limit: 2 },
      configured(3),
    );
    expect(input).toEqual({ limit: 2, maxPrice: 3 });
    expect(notes).toEqual([
      {
        code: "settings.budget",
        message: `only models of at most 3 USD per 1M tokens in, as settings.budget in ${file} says; a price on the line goes before it`,
      },
    ]);
  });

  it.each([{ maxPrice: 20 }, { maxPrice: 0.1 }, { free: true }])(
    "counts for nothing beside what a question says: %j",
    (input) => {
      expect(withinBudget(input, configured(3))).toEqual({ input, notes: [] });
    },
  );

  it("is none where nothing says one, or a program asks", () => {
    expect(withinBudget({}, configured())).toEqual({ input: {}, notes: [] });
    expect(withinBudget({}, undefined)).toEqual({ input: {}, notes: [] });
  });

  it("is said of models above it that are asked about by name, and of no unknown price", () => {
    const { view } = openInMemory(
      wireCatalog(
        wireProvider("openai", [
          wireModel("dear", { cost: { input: 15, output: 60 } }),
          wireModel("cheap", { cost: { input: 3, output: 60 } }),
          wireModel("unpriced", { cost: undefined }),
        ]),
      ),
    );
    const models = ["dear", "cheap", "unpriced"].flatMap(
      (id) => view.findModel(`openai/${id}`) ?? [],
    );
    expect(models).toHaveLength(3);
    expect(aboveBudget(models, configured(3)).map(({ message }) => message)).toEqual([
      `openai/dear takes 15 USD per 1M tokens in, and settings.budget in ${file} says 3`,
    ]);
    expect(aboveBudget(models, configured())).toEqual([]);
  });
});
