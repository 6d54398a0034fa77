import { mkdtempSync, readdirSync, readlinkSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, expectTypeOf, it } from "vitest";
import type * as Library from "../../src/index.ts";
import { root } from "../cli/command.ts";
import { heldUntil, status } from "../stand-in/answers.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

// as a program that depends on the package finds it
const load = createRequire(join(root, "package.json"));
const { failures, ModelForgeError, ModelsDevCache, ModelsDevClient } = load(
  "modelforge",
) as typeof Library;

const source = "/api.json";
const home = mkdtempSync(join(tmpdir(), "modelforge-library-"));
let caches = 0;
let standIn: StandIn;

beforeAll(async () => {
  process.env.MODELFORGE_STATE_DIR = join(home, "state");
  standIn = await StandIn.start();
});

beforeEach(() => {
  standIn.order(source);
  standIn.serve(source, smallCatalog(1));
  standIn.requests.length = 0;
});

afterAll(async () => {
  await standIn.stop();
  rmSync(home, { recursive: true, force: true });
});

/** Options of a client with a cache of its own, to be given to others as well. */
function own(more: Library.ClientOptions = {}): Library.ClientOptions & { cacheDirectory: string } {
  caches += 1;
  return { source: standIn.url, cacheDirectory: join(home, String(caches)), ...more };
}

type Client = InstanceType<typeof Library.ModelsDevClient>;
const priceIn = async (client: Client): Promise<number | null | undefined> =>
  (await client.getModelDetails("openai/gpt-5")).price?.input;
const failureOf = (asked: Promise<unknown>): Promise<unknown> => asked.catch((error) => error);

describe("a client's answers", () => {
  it("are all providers by id, and the models that meet all conditions", async () => {
    const client = new ModelsDevClient(own());
    const providers = (await client.getProviders()).map(({ id }) => id);
    expect(providers).toHaveLength(12);
    expect(providers).toEqual([...providers].sort());
    const models = await client.getModels({ provider: ["openai", "provider-01"], maxPrice: 2 });
    expect(models.map(({ ref }) => ref)).toEqual([
      "openai/gpt-5",
      "openai/small",
      "provider-01/openai/gpt-5",
      "provider-01/small",
    ]);
  });

  it("leave out deprecated models unless a status names them", async () => {
    const client = new ModelsDevClient(own());
    expect(await client.getModels()).toHaveLength(55);
    expect(await client.getModels({ status: ["deprecated"] })).toHaveLength(5);
    expect(await client.getModels({ status: ["all"] })).toHaveLength(60);
  });

  it("are models by name, best first, and everything about one by ref or bare id", async () => {
    const client = new ModelsDevClient(own());
    const [best] = await client.searchModels("gtp 5");
    expect(best?.ref).toBe("openai/gpt-5");
    const details = await client.getModelDetails("gpt-5");
    expect(details).toMatchObject({ ref: "openai/gpt-5", wire: { id: "gpt-5" }, facts: null });
    expect(details.providerDetails.id).toBe("openai");
    expect((await client.getModelDetails("small", "provider-02")).ref).toBe("provider-02/small");
  });

  it("are how a provider is reached, and whether a credential is at hand", async () => {
    const client = new ModelsDevClient(own());
    const { env, api, npm, doc, configured } = await client.getProviderConfig("Provider_01");
    expect({ env, api, npm, doc, configured }).toEqual({
      env: ["PROVIDER-01_API_KEY"],
      api: "https://api.provider-01.example/v1",
      npm: "@ai-sdk/openai-compatible",
      doc: "https://provider-01.example/docs",
      configured: false,
    });
  });

  it("are offers and costs, cheapest first, and a comparison with the best of each line", async () => {
    const client = new ModelsDevClient(own());
    const { offers } = await client.findOffers("openai/gpt-5");
    expect(offers).toHaveLength(12);
    const costs = await client.estimateCost(["openai/large", "openai/gpt-5"], {
      input: 1_000_000,
      output: 0,
    });
    expect(costs.map(({ ref, perRequest }) => [ref, perRequest])).toEqual([
      ["openai/gpt-5", 1],
      ["openai/large", 3],
    ]);
    const { lines } = await client.compareModels(["openai/gpt-5", "openai/small"]);
    expect(lines.find(({ name }) => name === "input price")).toMatchObject({ best: [0] });
    for (const models of [["openai/gpt-5"], Array.from({ length: 9 }, () => "openai/gpt-5")]) {
      const failure = await failureOf(client.compareModels(models));
      expect(failure).toMatchObject({ code: expect.stringMatching(/^usage\./) as string });
    }
  });

  it("are recommendations under constraints, each with its reasons", async () => {
    const client = new ModelsDevClient(own());
    const { recommendations, removed } = await client.recommendModels({ provider: ["openai"] });
    expect(removed).toContainEqual({ constraint: "--provider openai", count: 44 });
    const [{ reasons } = { reasons: [] }] = recommendations;
    const about = ["quality", "band", "cost", "fit", "offer"];
    expect(reasons.map((reason) => reason.about)).toEqual(about);
  });

  it("come with the catalog they are from: origin, digest, age, counts", async () => {
    const client = new ModelsDevClient(own());
    expect(await client.getCatalog()).toMatchObject({
      origin: "network",
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string,
      ageSeconds: expect.any(Number) as number,
      providers: 12,
      models: 60,
    });
  });
});

describe("a client's catalog", () => {
  it("is refreshed on request, waited for, and with ifStale only where it is stale", async () => {
    const client = new ModelsDevClient(own());
    expect(await priceIn(client)).toBe(1);
    standIn.serve(source, smallCatalog(2));
    expect(await client.refresh({ ifStale: true })).toMatchObject({ outcome: "fresh" });
    expect(await client.refresh()).toMatchObject({ outcome: "changed" });
    expect(await priceIn(client)).toBe(2);
  });

  it("answers at once when it is stale, and is refreshed behind the answer unless that is off", async () => {
    const [on, off] = [own({ ttlMs: 1 }), own({ ttlMs: 1, backgroundRefresh: false })];
    // the newest note is of the one that may refresh: notes are kept by source, not by cache
    for (const options of [off, on]) await new ModelsDevClient(options).getCatalog();
    standIn.serve(source, smallCatalog(2));
    standIn.requests.length = 0;
    let release = (): void => undefined;
    standIn.order(source, heldUntil(new Promise((resolve) => (release = resolve))));
    expect(await priceIn(new ModelsDevClient(off))).toBe(1);
    expect(standIn.requests).toEqual([]);
    const client = new ModelsDevClient(on);
    expect(await priceIn(client)).toBe(1);
    release();
    // its turns are this process's turns: questions alone would leave the refresh none
    while ((await priceIn(client)) !== 2) await new Promise((resolve) => setImmediate(resolve));
  });

  it("stays as it was opened while newer ones arrive, and is looked up without waiting", async () => {
    const client = new ModelsDevClient(own());
    const view = await client.open();
    standIn.serve(source, smallCatalog(2));
    await client.refresh();
    expect(view.findModel("openai/gpt-5")?.price?.input).toBe(1);
    expect(view.findModel("openai/gpt-6")).toBeUndefined();
    expect((await client.open()).findModel("openai/gpt-5")?.price?.input).toBe(2);
  });

  it("has its files closed by close, and the next question opens them again", async () => {
    const options = own();
    await new ModelsDevClient(options).getCatalog();
    const client = new ModelsDevClient(options);
    const view = await client.open();
    expect(view.findModel("openai/gpt-5")).toBeDefined();
    if (process.platform === "linux") expect(openIn(options.cacheDirectory)).toBeGreaterThan(0);
    client.close();
    if (process.platform === "linux") expect(openIn(options.cacheDirectory)).toBe(0);
    expect(await priceIn(client)).toBe(1);
  });

  it("is removed by clearCache, that of another source is not", async () => {
    const other = await StandIn.start();
    other.serve(source, smallCatalog(5));
    const options = own();
    const [mine, others] = [options, { ...options, source: other.url }];
    for (const one of [mine, others]) await new ModelsDevClient(one).getCatalog();
    await new ModelsDevClient(mine).clearCache();
    expect(await new ModelsDevCache(mine).history()).toEqual([]);
    expect(await new ModelsDevCache(others).history()).toHaveLength(1);
    await other.stop();
  });

  it("is that of the environment where no option says otherwise, and that of the option where both do", async () => {
    process.env.MODELFORGE_URL = join(root, "test/fixtures/docs-catalog.json");
    process.env.MODELFORGE_CACHE_DIR = own().cacheDirectory;
    process.env.MODELFORGE_MAX_CACHE_SIZE = "99MB";
    try {
      const stamp = await new ModelsDevClient().getCatalog();
      expect(stamp).toMatchObject({ origin: "file", models: 30 });
      expect(new ModelsDevCache().directory).toContain(process.env.MODELFORGE_CACHE_DIR);
      expect((await new ModelsDevCache().status()).maxBytes).toBe(99_000_000);
      const cache = new ModelsDevCache(own({ maxCacheBytes: 1_000 }));
      expect(cache.directory).not.toContain(process.env.MODELFORGE_CACHE_DIR);
      expect((await cache.status()).maxBytes).toBe(1_000);
      expect(await new ModelsDevClient(own()).getCatalog()).toMatchObject({ models: 60 });
    } finally {
      delete process.env.MODELFORGE_URL;
      delete process.env.MODELFORGE_CACHE_DIR;
      delete process.env.MODELFORGE_MAX_CACHE_SIZE;
    }
  });

  it("takes the limits that options set", async () => {
    standIn.forever(source, () => undefined);
    const failure = await failureOf(new ModelsDevClient(own({ timeoutMs: 200 })).getCatalog());
    expect(failure).toMatchObject({ code: "network.timed-out" });
    standIn.order(source);
    const options = own({ maxCacheBytes: 1_234 });
    await new ModelsDevClient(options).getCatalog();
    expect(await new ModelsDevCache(options).status()).toMatchObject({ maxBytes: 1_234 });
  });
});

describe("ModelsDevCache", () => {
  it("restores, prunes, verifies and clears, and never uses the network", async () => {
    const options = own();
    const client = new ModelsDevClient(options);
    for (const edition of [1, 2]) {
      standIn.serve(source, smallCatalog(edition));
      await client.refresh();
    }
    standIn.requests.length = 0;
    const cache = new ModelsDevCache({ ...options, ttlMs: 1 });
    const [newer, older] = await cache.history();
    expect(newer?.isCurrent).toBe(true);
    await cache.restore(older?.name ?? "");
    expect(await priceIn(new ModelsDevClient(options))).toBe(1);
    expect((await cache.verify()).damages).toEqual([]);
    expect((await cache.prune(1)).bytes).toBeGreaterThan(0);
    expect(await cache.status()).toMatchObject({ directory: cache.directory, generations: 1 });
    await cache.clear();
    expect(await cache.history()).toEqual([]);
    expect(standIn.requests).toEqual([]);
  });
});

describe("a failure", () => {
  it("is a ModelForgeError with code, message, hint and details, and failures says what to do with it", async () => {
    const client = new ModelsDevClient(own());
    const failure = await failureOf(client.getModelDetails("openai/gpt-55"));
    expect(failure).toBeInstanceOf(ModelForgeError);
    expect(failure).toMatchObject({
      code: "model.not-found",
      message: expect.stringContaining("gpt-55") as string,
      hint: expect.stringContaining("openai/gpt-5") as string,
      details: { nearest: expect.arrayContaining(["openai/gpt-5"]) as string[] },
    });
    standIn.forever(source, status(500));
    const failed = await failureOf(new ModelsDevClient(own()).getProviders());
    expect(failed).toBeInstanceOf(ModelForgeError);
    for (const meaning of Object.values(failures)) {
      expect(meaning).toEqual({
        exit: expect.any(Number) as number,
        httpStatus: expect.any(Number) as number,
        retryable: expect.any(Boolean) as boolean,
      });
    }
  });
});

describe("the package", () => {
  it("has its types, and the same shapes as JSON Schema", () => {
    expectTypeOf<Library.ModelDetails>().toExtend<Library.ModelInfo>();
    expectTypeOf<Library.ProviderDetails>().toExtend<Library.ProviderInfo>();
    expectTypeOf<Library.FilterInput>().toHaveProperty("capability");
    expectTypeOf<Library.CatalogStamp>().toHaveProperty("digest");
    expectTypeOf<Library.Price>().toHaveProperty("tiers");
    for (const name of ["model", "provider", "model-info", "provider-info", "error"]) {
      expect(load(`modelforge/schema/${name}.json`)).toHaveProperty("$schema");
    }
  });
});

/** How many files below a directory this process has open. */
function openIn(directory: string): number {
  const targets = readdirSync("/proc/self/fd").map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`);
    } catch {
      // closed meanwhile
      return "";
    }
  });
  return targets.filter((target) => target.startsWith(directory)).length;
}
