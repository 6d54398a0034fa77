import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type * as Library from "../../src/index.ts";
import { compareModels, findOffers, recommendModels } from "../../src/index.ts";
import { own } from "../../src/surfaces/library/own.ts";
import { root } from "../cli/command.ts";
import { openExample } from "./example.ts";

const { client, cache, view } = await openExample();
const ref = "openai/openai-model-0";
const other = "openai/openai-model-1";
const usage = { input: 1_000, output: 100 };

const answers: Record<string, () => unknown> = {
  getProviders: () => client.getProviders(),
  getModels: () => client.getModels({ maxPrice: 1_000 }),
  "getModels of a few": () => client.getModels({ limit: 2, maxPrice: 1_000 }),
  getModelDetails: () => client.getModelDetails(ref),
  getProviderConfig: () => client.getProviderConfig("openai"),
  searchModels: () => client.searchModels("openai model"),
  findOffers: () => client.findOffers(ref),
  compareModels: () => client.compareModels([ref, other]),
  estimateCost: () => client.estimateCost([ref], usage),
  recommendModels: () => client.recommendModels({ limit: 2 }),
  "cache.history": () => cache.history(),
  "function findOffers": () => findOffers(view, ref),
  "function compareModels": () => compareModels(view, [ref, other]),
  "function recommendModels": () => recommendModels(view, { limit: 2 }),
  findModel: () => view.findModel(ref),
  findProvider: () => view.findProvider("openai"),
  providers: () => view.providers(),
  refs: () => view.refs(),
  getCatalog: async () => ({ ...(await client.getCatalog()), ageSeconds: 0 }),
};

/** Everything below a value becomes something else, wherever that is let. */
function spoil(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const key of Reflect.ownKeys(value)) {
    const entry: unknown = Reflect.get(value, key);
    if (typeof entry === "object" && entry !== null) spoil(entry);
    else if (key !== "length") Reflect.set(value, key, "spoiled");
  }
  if (Array.isArray(value) && !Object.isFrozen(value)) value.length = 0;
}

describe("an answer of the library that a program changes", () => {
  it.each(Object.keys(answers))("%s changes no later answer", async (name) => {
    const before: Record<string, string> = {};
    for (const [one, ask] of Object.entries(answers)) before[one] = JSON.stringify(await ask());
    spoil(await answers[name]?.());
    const after: Record<string, string> = {};
    for (const [one, ask] of Object.entries(answers)) after[one] = JSON.stringify(await ask());
    expect(after).toEqual(before);
  });

  it("findModel cannot be changed: every look-up gives the same row", () => {
    const model = view.findModel(ref);
    expect(view.findModel(ref)).toBe(model);
    expect(() => model?.capabilities.push("tools")).toThrow(TypeError);
  });

  it("the table of failures stays as it is", () => {
    const { failures } = createRequire(join(root, "package.json"))("modelforge") as typeof Library;
    spoil(failures);
    expect(failures["model.not-found"].exit).toBe(3);
  });
});

describe("a copy", () => {
  it("has every field, whatever it is called, and the prototype of a plain object", () => {
    const given = JSON.parse('{"__proto__":{"a":[1,{"b":null}]},"constructor":1,"c":[]}') as object;
    const copy = own(given);
    expect(JSON.stringify(copy)).toBe(JSON.stringify(given));
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
  });
});

describe("a catalog that import opened", () => {
  it("is one for the functions that require brings, too", () => {
    const required = createRequire(join(root, "package.json"))("modelforge") as typeof Library;
    const { offers } = required.findOffers(view, ref);
    expect(offers).toEqual(findOffers(view, ref).offers);
  });
});
