import { resolve } from "node:path";
import type { Measure } from "../report/measure.ts";
import { askRole } from "../setting/roles.ts";
import type { Setting } from "../setting/setting.ts";
import type { Timings } from "./timings.ts";

interface InProcessRow extends Pick<Measure, "name" | "unit" | "budget"> {
  /** What was found: a value and what it is made of; the value is absent where it could not be measured. */
  of: (timings: Timings) => Pick<Measure, "value" | "detail">;
}

const milliseconds = (ns: number): string => `${(ns / 1e6).toFixed(3)} ms`;

export const inProcessRows: readonly InProcessRow[] = [
  {
    name: "lookup by ref, in process",
    unit: "ns",
    budget: { atMost: 200 },
    of: ({ lookup: { p50Ns, p99Ns } }) => ({
      value: p50Ns,
      detail: `1000 refs in turn; p99 ${p99Ns.toFixed(0)} ns`,
    }),
  },
  {
    name: "lookup by ref, in process, the first of each",
    unit: "ns",
    of: ({ firstLookup: { p50Ns, p99Ns } }) => ({
      value: p50Ns,
      detail: `read from disk, checked, parsed; p99 ${p99Ns.toFixed(0)} ns`,
    }),
  },
  {
    name: "filter over all rows, in process",
    unit: "ms",
    budget: { atMost: 1 },
    of: ({ filter: { p50Ns, p99Ns, found } }) => ({
      value: p50Ns / 1e6,
      detail: `three conditions, ${found} rows pass; p99 ${milliseconds(p99Ns)}`,
    }),
  },
  {
    name: "search, in process",
    unit: "ms",
    budget: { atMost: 0.5 },
    of: ({ search }) => {
      if (search === undefined) return { detail: "no labelled queries beside the catalog" };
      const { p50Ns, worst, queries } = search;
      const slowest = `slowest "${worst.query}" ${milliseconds(worst.p50Ns)}`;
      return {
        value: p50Ns / 1e6,
        detail: `median over ${queries} queries of their medians; ${slowest}`,
      };
    },
  },
  {
    name: "estimateCost, in process",
    unit: "ns",
    budget: { atMost: 300 },
    of: ({ estimateCost: { p50Ns, p99Ns } }) => ({
      value: p50Ns,
      detail: `1000 models in turn, four parts; p99 ${p99Ns.toFixed(0)} ns`,
    }),
  },
  {
    name: "findOffers, in process",
    unit: "ms",
    budget: { atMost: 0.2 },
    of: ({ findOffers: { p50Ns, p99Ns, offers } }) => ({
      value: p50Ns / 1e6,
      detail: `gpt-5, ${offers} offers; p99 ${milliseconds(p99Ns)}`,
    }),
  },
  {
    name: "recommendModels over all rows, in process",
    unit: "ms",
    budget: { atMost: 15 },
    of: ({ recommend: { p50Ns, p99Ns, candidates } }) => ({
      value: p50Ns / 1e6,
      detail: `coding, ${candidates} candidates; p99 ${milliseconds(p99Ns)}`,
    }),
  },
];

/** What a program that keeps the catalog open waits for one answer. */
export async function measureInProcess({ wish, warm }: Setting): Promise<Measure[]> {
  const queries = wish.queries === undefined ? [] : [resolve(wish.queries)];
  const timings = await askRole<Timings>("in-process", queries, { env: warm });
  return inProcessRows.map(({ of, ...row }) => ({ ...row, ...of(timings) }));
}
