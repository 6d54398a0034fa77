import type { Usage } from "../catalog/cost/usage.ts";
import type { ModelInfo } from "../catalog/words/model.ts";
import { kindOf } from "../catalog/inferred/kind/kind-of.ts";
import type { Price } from "../catalog/words/price.ts";
import type { FilteredRows } from "../catalog/query/filter.ts";
import type { ModelFilter } from "../catalog/query/filter-fields.ts";

type FoundNaively = Omit<FilteredRows, "rows"> & { rows: number[] };

/** What a filter means, said once more over whole models and as plainly as can be, to compare the columns with. */
export function filterNaively(
  models: readonly ModelInfo[],
  filter: ModelFilter,
  /** Providers that run on one's own machine. */
  local: readonly string[] = [],
): FoundNaively {
  const found: FoundNaively = {
    rows: [],
    hiddenDeprecated: 0,
    hiddenUnpriced: 0,
    hiddenPlanned: 0,
    hiddenUnfit: 0,
  };
  const plans = plansAmong(models);
  models.forEach((model, row) => {
    if (!meets(model, filter)) return;
    const isPlan =
      plans.has(model.provider) && costsNothing(model) && !local.includes(model.provider);
    if (isPlan && filter.free === true) return;
    const ceilings = ceilingsOf(model.price, filter);
    const isShown = statusIsShown(model.status, filter.status);
    if (!isShown && filter.status !== undefined) return;
    if (filter.maxCost !== undefined && !takes(model.limits, filter.maxCost.usage)) {
      if (isShown) found.hiddenUnfit += 1;
      return;
    }
    if (ceilings.some(([value, bound]) => value !== null && value > bound)) return;
    if (ceilings.some(([value]) => value === null) && filter.includeUnpriced !== true) {
      if (isShown) found.hiddenUnpriced += 1;
      return;
    }
    if (isPlan && hasCeiling(filter) && !isOfOwnProvider(filter)) {
      if (isShown) found.hiddenPlanned += 1;
      return;
    }
    if (isShown) found.rows.push(row);
    else found.hiddenDeprecated += 1;
  });
  return found;
}

const costsNothing = ({ price }: ModelInfo): boolean => price?.input === 0 && price.output === 0;

/** Providers all of whose priced rows are at 0, and those called a plan. */
function plansAmong(models: readonly ModelInfo[]): Set<string> {
  const priced = models.filter(({ price }) => (price?.input ?? price?.output ?? null) !== null);
  const others = new Set(
    priced.filter((one) => !costsNothing(one)).map(({ provider }) => provider),
  );
  const names = new Set(priced.map(({ provider }) => provider));
  return new Set([...names].filter((one) => !others.has(one) || one.split("-").includes("plan")));
}

const hasCeiling = ({ maxPrice, maxOutputPrice, maxCost }: ModelFilter): boolean =>
  maxPrice !== undefined || maxOutputPrice !== undefined || maxCost !== undefined;

const isOfOwnProvider = (filter: ModelFilter): boolean =>
  filter.provider !== undefined ||
  filter.configured !== undefined ||
  filter.includeUnpriced === true;

function takes({ context, input, output }: ModelInfo["limits"], usage: Usage): boolean {
  const isWithin = (tokens: number, most: number | null): boolean =>
    most === null || tokens <= most;
  return (
    isWithin(usage.input + usage.output, context) &&
    isWithin(usage.input, input) &&
    isWithin(usage.output, output)
  );
}

type Judged = "maxPrice" | "maxOutputPrice" | "maxCost" | "includeUnpriced" | "status";

/** What each filter means of a whole model; one that is missing here does not compile. */
const conditions: {
  [Name in Exclude<keyof ModelFilter, Judged>]-?: (
    model: ModelInfo,
    wanted: NonNullable<ModelFilter[Name]>,
  ) => boolean;
} = {
  provider: ({ provider }, wanted) => wanted.includes(provider),
  notProvider: ({ provider }, wanted) => !wanted.includes(provider),
  configured: ({ provider }, wanted) => wanted.includes(provider),
  family: ({ family }, wanted) => family !== null && wanted.includes(family),
  kind: (model, wanted) => wanted.includes(kindOf(model)),
  capability: ({ capabilities }, wanted) => wanted.every((one) => capabilities.includes(one)),
  without: ({ capabilities }, wanted) => !wanted.some((one) => capabilities.includes(one)),
  openWeights: ({ capabilities }, wanted) => wanted === capabilities.includes("open-weights"),
  inputModality: ({ modalities }, wanted) => wanted.every((one) => modalities.input.includes(one)),
  outputModality: ({ modalities }, wanted) =>
    wanted.every((one) => modalities.output.includes(one)),
  minContext: ({ limits }, least) => least === 0 || reaches(limits.context, least),
  minOutput: ({ limits }, least) => least === 0 || reaches(limits.output, least),
  releasedAfter: ({ releaseDate }, from) => reaches(endOf(releaseDate), dayOf(from)),
  releasedBefore: ({ releaseDate }, to) => isReleasedBy(dayOf(releaseDate), lastDayOf(to)),
  knowledgeAfter: ({ knowledge }, from) => reaches(endOf(knowledge), dayOf(from)),
  free: ({ price }, wanted) => !wanted || (price?.input === 0 && price.output === 0),
};

function meets(model: ModelInfo, filter: ModelFilter): boolean {
  return Object.entries<(model: ModelInfo, wanted: never) => boolean>(conditions).every(
    ([name, isMet]) => {
      const wanted: unknown = new Map(Object.entries(filter)).get(name);
      return wanted === undefined || isMet(model, wanted as never);
    },
  );
}

function isReleasedBy(released: string | null, day: string): boolean {
  return released !== null && released <= day;
}

/** A bound is never reached by the unknown. */
function reaches<Value extends number | string>(value: Value | null, bound: Value): boolean {
  return value !== null && value >= bound;
}

/** A month named as an end is over after its last day. */
function lastDayOf(date: string): string {
  return date.length === 7 ? `${date}-31` : date;
}

/** A month is its first day. */
function dayOf<Day extends string | null>(date: Day): Day | string {
  return date !== null && date.length === 7 ? `${date}-01` : date;
}

/** Of a month alone it may have been the last day. */
function endOf(date: string | null): string | null {
  return date === null ? null : lastDayOf(date);
}

function statusIsShown(status: string | null, wanted: readonly string[] | undefined): boolean {
  if (wanted === undefined) return status !== "deprecated";
  return wanted.includes("all") || wanted.includes(status ?? "stable");
}

function ceilingsOf(
  price: Price | null,
  filter: ModelFilter,
): [value: number | null, bound: number][] {
  const { maxPrice, maxOutputPrice, maxCost } = filter;
  const ceilings: [number | null, number][] = [];
  if (maxPrice !== undefined) ceilings.push([price?.input ?? null, maxPrice]);
  if (maxOutputPrice !== undefined) ceilings.push([price?.output ?? null, maxOutputPrice]);
  if (maxCost !== undefined) {
    const { known, isComplete } = costNaively(price, maxCost.usage);
    const { count, per } = maxCost.requests;
    const monthly = per === undefined ? 1 : { hour: 720, day: 30, week: 30 / 7, month: 1 }[per];
    ceilings.push([known * count * monthly, maxCost.usd]);
    if (!isComplete) ceilings.push([null, maxCost.usd]);
  }
  return ceilings;
}

function costNaively(
  price: Price | null,
  { input, output, cached = 0 }: Usage,
): { known: number; isComplete: boolean } {
  const tier = price?.tiers.findLast(({ aboveTokens }) => input > aboveTokens);
  const perMillion = (part: "input" | "output" | "cacheRead"): number | null =>
    tier?.[part] ?? price?.[part] ?? null;
  const fromCache = Math.min(cached, input);
  const parts: [number, number | null][] = [
    [input - fromCache, perMillion("input")],
    [fromCache, perMillion("cacheRead")],
    [output, perMillion("output")],
  ];
  const used = parts.filter(([tokens]) => tokens > 0);
  const usd = used.reduce((sum, [tokens, one]) => sum + (tokens * (one ?? 0)) / 1e6, 0);
  // a millionth of a millionth of a dollar is noise of the arithmetic
  const known = Number(usd.toFixed(12));
  return { known, isComplete: used.every(([, one]) => one !== null) };
}
