import { describe, expect, it } from "vitest";
import {
  compareModels,
  estimateCost,
  findOffers,
  ModelForgeError,
  ModelsDevCache,
  ModelsDevClient,
  recommendModels,
} from "../../src/index.ts";
import { createFakeSystem } from "../../src/testing/fake-system.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { openExample } from "./example.ts";
import { outcomeOf } from "./foreign-values.ts";

const { client, cache, view, home } = await openExample();

describe("the library names what is wrong in an option or a function, and the nearest that is right", () => {
  const usage = { input: 1_000, output: 100 };
  const ref = "openai/openai-model-0";
  const priced = { ref: "a/b", price: { input: 1, output: 2, tiers: [] } };
  it.each<[what: string, ask: () => unknown, field: string, hint: RegExp]>([
    [
      "text for a flag",
      () => client.refresh({ ifStale: "yes" as never }),
      "ifStale",
      /true or false/,
    ],
    ["no generation", () => cache.restore(undefined as never), "generation", /text/],
    ["a negative size", () => cache.prune(-1), "maxBytes", /0 or more/],
    ["text for all", () => cache.clear("all" as never), "all", /true or false/],
    [
      "an age that is none",
      () => new ModelsDevClient({ ttlMs: Number.NaN }),
      "ttlMs",
      /milliseconds/,
    ],
    [
      "an age without end",
      () => new ModelsDevClient({ ttlMs: Number.POSITIVE_INFINITY }),
      "ttlMs",
      /milliseconds/,
    ],
    [
      "a time in text",
      () => new ModelsDevClient({ timeoutMs: "10s" as never }),
      "timeoutMs",
      /milliseconds/,
    ],
    [
      "half a byte",
      () => new ModelsDevCache({ maxCacheBytes: 0.5 }),
      "maxCacheBytes",
      /whole number/,
    ],
    [
      "an option of another name",
      () => new ModelsDevClient({ cacheDir: "x" } as never),
      "cacheDir",
      /cacheDirectory/,
    ],
    [
      "an empty directory",
      () => new ModelsDevClient({ cacheDirectory: "" }),
      "cacheDirectory",
      /path/,
    ],
    [
      "a path that no file can have",
      () => new ModelsDevCache({ cacheDirectory: "a\u0000b" }),
      "cacheDirectory",
      /path/,
    ],
    [
      "a machine that is none",
      () => new ModelsDevClient({ system: {} as never }),
      "system",
      /createFakeSystem of modelforge\/testing/,
    ],
    [
      "a part of a machine",
      () => new ModelsDevCache({ system: createFakeSystem().clock as never }),
      "system",
      /createFakeSystem of modelforge\/testing/,
    ],
    ["null for options", () => new ModelsDevClient(null as never), "options", /object/],
    ["a catalog that is none", () => findOffers({} as never, ref), "catalog", /client.open/],
    [
      "a promise of a catalog",
      () => recommendModels(client.open() as never),
      "catalog",
      /client.open/,
    ],
    ["a model for a list", () => compareModels(view, ref as never), "models", /list/],
    ["no row to be costed", () => estimateCost(undefined as never, usage), "model", /price/],
    [
      "a row without a price",
      () => estimateCost({ ref: "a/b" } as never, usage),
      "model.price",
      /object/,
    ],
    [
      "a price in text",
      () => estimateCost({ ref: "a/b", price: { input: "1" } } as never, usage),
      "model.price.input",
      /USD/,
    ],
    [
      "a price of another name",
      () => estimateCost({ ref: "a/b", price: { cached: 1 } } as never, usage),
      "model.price.cached",
      /known: input/,
    ],
    [
      "a negative number of tokens",
      () => estimateCost(priced as never, { input: -1, output: 0 }),
      "usage.input",
      /0 or more/,
    ],
    ["a ref that is a number", () => view.findModel(5 as never), "ref", /openai/],
    ["no name of a provider", () => view.findProvider(null as never), "name", /openai/],
    ["a proxy of a catalog", () => findOffers(new Proxy(view, {}), ref), "catalog", /client.open/],
    [
      "what inherits from a catalog",
      () => compareModels(Object.create(view) as never, [ref, ref]),
      "catalog",
      /client.open/,
    ],
    [
      "a look-up of what is no catalog",
      () => view.findModel.call(Object.create(view) as never, ref),
      "this",
      /client.open/,
    ],
  ])("%s", async (_, ask, field, hint) => {
    const failure = await Promise.resolve()
      .then(ask)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ModelForgeError);
    const { code, hint: said, details } = failure as ModelForgeError;
    expect([code, details.field]).toEqual(["usage.bad-value", field]);
    expect(said).toMatch(hint);
    expect(details).toHaveProperty("given");
  });

  it("says of a ceiling on a month's cost that it needs requests, to functions as to methods", async () => {
    for (const ask of [
      () => recommendModels(view, { maxMonthlyCost: 1 }),
      () => client.recommendModels({ maxMonthlyCost: 1 }),
    ]) {
      expect((await outcomeOf(ask)).code).toBe("usage.missing-argument");
    }
  });

  it("takes what is undefined for what was not given", async () => {
    const all = await client.getModels();
    const filter = { provider: undefined, minContext: undefined, limit: undefined };
    expect(await client.getModels(filter as never)).toEqual(all);
    expect(await client.getModels(Object.create(null) as never)).toEqual(all);
  });

  it("takes a machine made up with a part of it replaced", async () => {
    const system = createFakeSystem();
    const environment = { ...system.environment, get: () => undefined, home: "/elsewhere" };
    const elsewhere = new ModelsDevCache({ system: { ...system, environment } });
    expect(elsewhere.directory).toMatch(/^\/elsewhere\/\.cache\/model-forge\//);
  });

  it("takes what a price leaves out for not listed", () => {
    const cost = estimateCost({ ref: "a/b", price: { input: 1 } } as never, usage);
    expect(cost).toMatchObject({ perRequest: 0.001, complete: false, unknown: ["output"] });
  });

  it("waits for a source although the time it may take is longer than a timer can be", async () => {
    const standIn = await StandIn.start();
    standIn.serve("/api.json", smallCatalog());
    const source = standIn.url;
    const patient = new ModelsDevClient({ source, timeoutMs: 1e12, cacheDirectory: `${home}/p` });
    expect(await patient.refresh()).toMatchObject({ models: 60 });
    patient.close();
    await standIn.stop();
  });
});
