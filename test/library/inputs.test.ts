import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareModels,
  estimateCost,
  findOffers,
  type ListModelsInput,
  ModelsDevCache,
  ModelsDevClient,
  recommendModels,
} from "../../src/index.ts";
import { createFakeSystem } from "../../src/testing/fake-system.ts";
import { openExample } from "./example.ts";
import { anyValue, outcomeOf } from "./foreign-values.ts";

const seed = 7014;
const numRuns = 300;
const { client, cache, view } = await openExample();

// a program may call it in any way
type Loose = (...args: unknown[]) => unknown;
const loose = (method: unknown): Loose => method as Loose;

const methods: Record<string, Loose> = {
  getModels: (...args) => loose(client.getModels.bind(client))(...args),
  searchModels: (...args) => loose(client.searchModels.bind(client))(...args),
  getModelDetails: (...args) => loose(client.getModelDetails.bind(client))(...args),
  getProviderConfig: (...args) => loose(client.getProviderConfig.bind(client))(...args),
  findOffers: (...args) => loose(client.findOffers.bind(client))(...args),
  compareModels: (...args) => loose(client.compareModels.bind(client))(...args),
  estimateCost: (...args) => loose(client.estimateCost.bind(client))(...args),
  recommendModels: (...args) => loose(client.recommendModels.bind(client))(...args),
  refresh: (...args) => loose(client.refresh.bind(client))(...args),
  "cache.restore": (...args) => loose(cache.restore.bind(cache))(...args),
  "cache.prune": (...args) => loose(cache.prune.bind(cache))(...args),
  "function findOffers": (...args) => loose(findOffers)(view, ...args),
  "function compareModels": (...args) => loose(compareModels)(view, ...args),
  "function recommendModels": (...args) => loose(recommendModels)(view, ...args),
  "function estimateCost": (...args) => loose(estimateCost)(...args),
  "function findOffers of any catalog": (...args) => loose(findOffers)(...args),
  "function compareModels of any catalog": (...args) => loose(compareModels)(...args),
  "function recommendModels of any catalog": (...args) => loose(recommendModels)(...args),
  "view.findModel": (...args) => loose(view.findModel.bind(view))(...args),
  "view.findProvider": (...args) => loose(view.findProvider.bind(view))(...args),
  "view.providers": (...args) => loose(view.providers.bind(view))(...args),
  "view.refs": (...args) => loose(view.refs.bind(view))(...args),
  "new ModelsDevClient": (...args) =>
    new (ModelsDevClient as new (...args: unknown[]) => object)(...args),
  "new ModelsDevCache": (...args) =>
    new (ModelsDevCache as new (...args: unknown[]) => object)(...args),
  createFakeSystem: (...args) => loose(createFakeSystem)(...args),
};

describe("a method of the library", () => {
  it.each(Object.keys(methods))(
    "%s answers or says what is wrong, whatever it is given",
    async (name) => {
      const ask = methods[name] as Loose;
      const ours = /^(usage|model|provider|generation)\./;
      await fc.assert(
        fc.asyncProperty(fc.array(anyValue, { maxLength: 4 }), async (args) => {
          const { code } = await outcomeOf(() => ask(...args.map((one) => one.take())));
          if (code !== undefined) expect(code).toMatch(ours);
        }),
        { seed, numRuns },
      );
    },
  );
});

/** Every field of a filter: values it takes, and values of other kinds. */
const fields: Record<string, { right: unknown[]; wrong: unknown[] }> = {
  ...Object.fromEntries(
    ["provider", "notProvider"].map((field) => [
      field,
      { right: [["openai"], ["Azure", "groq"], []], wrong: wrongFor("list") },
    ]),
  ),
  capability: { right: [["tools"], ["vision", "json"]], wrong: wrongFor("list", ["tols"]) },
  without: { right: [["reasoning"]], wrong: wrongFor("list", ["constructor"]) },
  inputModality: { right: [["image"]], wrong: wrongFor("list", ["smell"]) },
  outputModality: { right: [["text"]], wrong: wrongFor("list", [""]) },
  family: { right: [["gpt"], ["claude"]], wrong: wrongFor("list", ["gtp"]) },
  maxPrice: { right: [0, 0.5, 3], wrong: wrongFor("number") },
  maxOutputPrice: { right: [4, 1e6], wrong: wrongFor("number") },
  minContext: { right: [0, 32_768], wrong: wrongFor("number", 0.5) },
  minOutput: { right: [4_096], wrong: wrongFor("number", 2 ** 53) },
  limit: { right: [1, 7, 1_000], wrong: wrongFor("number", 1.5) },
  free: { right: [true, false], wrong: wrongFor("flag") },
  openWeights: { right: [true, false], wrong: wrongFor("flag") },
  releasedAfter: { right: ["2025-08", "2025-08-07"], wrong: wrongFor("date") },
  releasedBefore: { right: ["2026-01"], wrong: wrongFor("date") },
  knowledgeAfter: { right: ["2025-08"], wrong: wrongFor("date") },
};

function wrongFor(kind: "list" | "number" | "flag" | "date", ...more: unknown[]): unknown[] {
  const byKind = {
    list: ["openai", 7, true, {}, [7], [null], [["openai"]], Object.assign([], { length: 3 })],
    number: ["200k", "7", -1, Number.NaN, Number.POSITIVE_INFINITY, 1e300, true, [7], {}, 7n],
    flag: ["true", "yes", 0, 1, [], {}, [true]],
    date: ["yesterday", "2025-13", 2025, new Date(0), ["2025-08"], {}, true],
  };
  return [...byKind[kind], null, Symbol("x"), () => true, Object(1), ...more];
}

describe("a filter", () => {
  const chosen = fc.uniqueArray(fc.constantFrom(...Object.keys(fields)), {
    minLength: 1,
    maxLength: 5,
  });
  const picks = fc.array(fc.nat(), { minLength: 5, maxLength: 5 });
  const filterOf = (names: readonly string[], at: readonly number[], kind: "right" | "wrong") =>
    Object.fromEntries(
      names.map((name, position) => {
        const values = fields[name]?.[kind] ?? [];
        return [name, values[(at[position] ?? 0) % values.length]];
      }),
    );
  const ask = async (filter: object): Promise<string[]> =>
    (await client.getModels(filter as ListModelsInput)).map(({ ref }) => ref);

  it("never gives more rows than without one of its fields", async () => {
    await fc.assert(
      fc.asyncProperty(chosen, picks, async (names, at) => {
        const filter = filterOf(names, at, "right");
        const found = await ask(filter);
        for (const name of names) {
          const { [name]: _, limit: __, ...without } = filter as Record<string, unknown>;
          const all = new Set(await ask(without));
          expect(found.filter((ref) => !all.has(ref))).toEqual([]);
        }
      }),
      { seed, numRuns },
    );
  });

  it("is refused for one field of another kind, whatever the others are, and names it", async () => {
    await fc.assert(
      fc.asyncProperty(chosen, picks, fc.nat(), async (names, at, which) => {
        const wrong = names[which % names.length] as string;
        const filter = { ...filterOf(names, at, "right"), ...filterOf([wrong], at, "wrong") };
        const questions = {
          getModels: () => client.getModels(filter),
          searchModels: () => client.searchModels("model", filter),
          findOffers: () => client.findOffers("openai/openai-model-0", withoutLimit(filter)),
          recommendModels: () => client.recommendModels(filter),
        };
        for (const [question, ask] of Object.entries(questions)) {
          if (wrong === "limit" && question === "findOffers") continue;
          const { code, field } = await outcomeOf(ask);
          expect(code).toBe("usage.bad-value");
          expect(String(field).replace(/\[.*/, "")).toBe(wrong);
        }
      }),
      { seed, numRuns },
    );
  });
});

function withoutLimit(filter: object): object {
  return Object.fromEntries(Object.entries(filter).filter(([name]) => name !== "limit"));
}
