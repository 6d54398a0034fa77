import { resolve } from "node:path";
import type { Measure } from "../report/measure.ts";
import { askRole } from "../setting/roles.ts";
import type { Setting } from "../setting/setting.ts";
import type { Timings } from "./timings.ts";

/** What a program that keeps the catalog open waits for one answer. */
export async function measureInProcess({ wish, warm }: Setting): Promise<Measure[]> {
  const queries = wish.queries === undefined ? [] : [resolve(wish.queries)];
  const timings = await askRole<Timings>("in-process", queries, { env: warm });
  const { lookup, firstLookup, filter, search, estimateCost, findOffers, recommend } = timings;
  return [
    {
      name: "lookup by ref, in process",
      value: lookup.p50Ns,
      unit: "ns",
      budget: { atMost: 200 },
      detail: `1000 refs in turn; p99 ${lookup.p99Ns.toFixed(0)} ns`,
    },
    {
      name: "lookup by ref, in process, the first of each",
      value: firstLookup.p50Ns,
      unit: "ns",
      detail: `read from disk, checked, parsed; p99 ${firstLookup.p99Ns.toFixed(0)} ns`,
    },
    {
      name: "filter over all rows, in process",
      value: filter.p50Ns / 1e6,
      unit: "ms",
      budget: { atMost: 1 },
      detail: `three conditions, ${filter.found} rows pass; p99 ${(filter.p99Ns / 1e6).toFixed(3)} ms`,
    },
    searchMeasure(search),
    {
      name: "estimateCost, in process",
      value: estimateCost.p50Ns,
      unit: "ns",
      budget: { atMost: 300 },
      detail: `1000 models in turn, four parts; p99 ${estimateCost.p99Ns.toFixed(0)} ns`,
    },
    {
      name: "findOffers, in process",
      value: findOffers.p50Ns / 1e6,
      unit: "ms",
      budget: { atMost: 0.2 },
      detail: `gpt-5, ${findOffers.offers} offers; p99 ${(findOffers.p99Ns / 1e6).toFixed(3)} ms`,
    },
    {
      name: "recommendModels over all rows, in process",
      value: recommend.p50Ns / 1e6,
      unit: "ms",
      budget: { atMost: 15 },
      detail: `coding, ${recommend.candidates} candidates; p99 ${(recommend.p99Ns / 1e6).toFixed(3)} ms`,
    },
  ];
}

function searchMeasure(search: Timings["search"]): Measure {
  const common = { name: "search, in process", unit: "ms", budget: { atMost: 0.5 } } as const;
  if (search === undefined) return { ...common, detail: "no labelled queries beside the catalog" };
  const { p50Ns, worst, queries } = search;
  return {
    ...common,
    value: p50Ns / 1e6,
    detail: `median over ${queries} queries of their medians; slowest "${worst.query}" ${(worst.p50Ns / 1e6).toFixed(3)} ms`,
  };
}
