import { readFileSync } from "node:fs";
import { Bench } from "tinybench";
import { estimateCost } from "../../src/catalog/cost/estimate-cost.ts";
import type { ModelInfo } from "../../src/catalog/words/model.ts";
import { findOffers } from "../../src/catalog/offers/find-offers.ts";
import { filterRows } from "../../src/catalog/query/filter.ts";
import { resolveFilter } from "../../src/catalog/query/resolve.ts";
import { resolveModel } from "../../src/catalog/search/resolve-model.ts";
import { findRows } from "../../src/catalog/search/find.ts";
import type { CatalogView } from "../../src/catalog/view.ts";
import { ModelsDevClient, type OpenCatalog, recommendModels } from "../../src/index.ts";
import { openCatalog } from "../../src/surfaces/library/open-catalog.ts";
import { median, quantile } from "../count/statistics.ts";

interface Timing {
  p50Ns: number;
  p99Ns: number;
}

export interface Timings {
  lookup: Timing;
  firstLookup: Timing;
  filter: Timing & { found: number };
  estimateCost: Timing;
  findOffers: Timing & { offers: number };
  recommend: Timing & { candidates: number };
  search: { p50Ns: number; queries: number; worst: { query: string; p50Ns: number } } | undefined;
}

const lookups = 1000;

/** Times what the catalog in the cache answers, and prints it. */
export async function printTimings([queriesPath]: readonly string[]): Promise<void> {
  const client = new ModelsDevClient();
  const catalog = await client.open();
  const view = openCatalog.read(catalog, "catalog") as CatalogView;
  const firstLookup = timeFirstLookups(catalog);
  const timings: Timings = {
    firstLookup,
    lookup: await timeLookups(catalog),
    filter: await timeFilter(view),
    ...(await timeChoices(catalog, view)),
    search: queriesPath === undefined ? undefined : await timeSearches(view, queriesPath),
  };
  client.close();
  console.log(JSON.stringify(timings));
}

async function time(task: () => unknown, milliseconds: number): Promise<Timing> {
  const bench = new Bench({ time: milliseconds, warmupTime: milliseconds, throws: true });
  bench.add("task", task);
  await bench.run();
  const result = bench.tasks[0]?.result;
  if (result?.state !== "completed") throw new Error(`the task is ${result?.state}`);
  return { p50Ns: result.latency.p50 * 1e6, p99Ns: result.latency.p99 * 1e6 };
}

/** Spread over the whole catalog. */
function someRefs(catalog: OpenCatalog): string[] {
  const refs = catalog.refs();
  const step = Math.max(1, Math.floor(refs.length / lookups));
  return refs.filter((_, row) => row % step === 0).slice(0, lookups);
}

function timeFirstLookups(catalog: OpenCatalog): Timing {
  const times = someRefs(catalog).map((ref) => {
    const start = process.hrtime.bigint();
    catalog.findModel(ref);
    return Number(process.hrtime.bigint() - start);
  });
  return { p50Ns: median(times), p99Ns: quantile(times, 0.99) };
}

async function timeLookups(catalog: OpenCatalog): Promise<Timing> {
  const refs = someRefs(catalog);
  // one alone takes less than the clock can tell
  const whole = await time(() => {
    let found = 0;
    for (const ref of refs) if (catalog.findModel(ref) !== undefined) found += 1;
    return found;
  }, 1000);
  return { p50Ns: whole.p50Ns / refs.length, p99Ns: whole.p99Ns / refs.length };
}

async function timeFilter(view: CatalogView): Promise<Timings["filter"]> {
  const wanted = { capability: ["tools"], minContext: 200_000, maxPrice: 1 };
  const filter = resolveFilter(wanted, view, () => []);
  const run = () => filterRows(view, filter).rows.length;
  return { ...(await time(run, 1000)), found: run() };
}

/** Choosing among all rows, and what it is made of. */
async function timeChoices(
  catalog: OpenCatalog,
  view: CatalogView,
): Promise<Pick<Timings, "estimateCost" | "findOffers" | "recommend">> {
  const models = someRefs(catalog).map((ref) => catalog.findModel(ref) as ModelInfo);
  const usage = { input: 40_000, cached: 32_000, output: 2_000 };
  const costs = await time(() => {
    let sum = 0;
    for (const model of models) sum += estimateCost(model, usage).perRequest ?? 0;
    return sum;
  }, 1000);
  const per = { p50Ns: costs.p50Ns / models.length, p99Ns: costs.p99Ns / models.length };
  const { entry: asked } = resolveModel(view, { name: "gpt-5" });
  const { offers } = findOffers(view, asked, usage);
  const { candidates } = recommendModels(catalog, { useCase: "coding" });
  return {
    estimateCost: per,
    findOffers: {
      ...(await time(() => findOffers(view, asked, usage), 500)),
      offers: offers.length,
    },
    recommend: {
      ...(await time(() => recommendModels(catalog, { useCase: "coding" }), 1000)),
      candidates,
    },
  };
}

async function timeSearches(view: CatalogView, path: string): Promise<Timings["search"]> {
  const queries = JSON.parse(readFileSync(path, "utf8")) as { query: string }[];
  const timed: { query: string; p50Ns: number }[] = [];
  for (const { query } of queries) {
    const { p50Ns } = await time(() => findRows(view, query).length, 100);
    timed.push({ query, p50Ns });
  }
  const worst = timed.reduce((a, b) => (b.p50Ns > a.p50Ns ? b : a));
  return { p50Ns: median(timed.map(({ p50Ns }) => p50Ns)), queries: timed.length, worst };
}
