import type { Usage } from "../catalog/cost/usage.ts";
import type { ModelInfo } from "../catalog/words/model.ts";
import type { Price } from "../catalog/words/price.ts";
import type { FilteredRows, ModelFilter } from "../catalog/query/filter.ts";

/** What a filter means, said once more over whole models and as plainly as can be, to compare the columns with. */
export function filterNaively(models: readonly ModelInfo[], filter: ModelFilter): FilteredRows {
  const found: FilteredRows = { rows: [], hiddenDeprecated: 0, hiddenUnpriced: 0 };
  models.forEach((model, row) => {
    if (!meets(model, filter)) return;
    const ceilings = ceilingsOf(model.price, filter);
    if (ceilings.some(([value, bound]) => value !== null && value > bound)) return;
    const isShown = statusIsShown(model.status, filter.status);
    if (!isShown && filter.status !== undefined) return;
    if (ceilings.some(([value]) => value === null) && filter.includeUnpriced !== true) {
      if (isShown) found.hiddenUnpriced += 1;
      return;
    }
    if (isShown) found.rows.push(row);
    else found.hiddenDeprecated += 1;
  });
  return found;
}

function meets(model: ModelInfo, filter: ModelFilter): boolean {
  const { limits, price, family, provider, capabilities, modalities } = model;
  const weights = capabilities.includes("open-weights");
  return (
    (filter.provider?.includes(provider) ?? true) &&
    !(filter.notProvider?.includes(provider) ?? false) &&
    (filter.configured?.includes(provider) ?? true) &&
    (filter.family === undefined || (family !== null && filter.family.includes(family))) &&
    (filter.capability ?? []).every((one) => capabilities.includes(one)) &&
    !(filter.without ?? []).some((one) => capabilities.includes(one)) &&
    (filter.openWeights === undefined || filter.openWeights === weights) &&
    (filter.inputModality ?? []).every((one) => modalities.input.includes(one)) &&
    (filter.outputModality ?? []).every((one) => modalities.output.includes(one)) &&
    reaches(limits.context, filter.minContext) &&
    reaches(limits.output, filter.minOutput) &&
    reaches(dayOf(model.releaseDate), dayOf(filter.releasedAfter ?? null)) &&
    reaches(dayOf(model.knowledge), dayOf(filter.knowledgeAfter ?? null)) &&
    isReleasedBy(dayOf(model.releaseDate), lastDayOf(filter.releasedBefore ?? null)) &&
    (filter.free !== true || (price?.input === 0 && price.output === 0))
  );
}

function isReleasedBy(released: string | null, day: string | null): boolean {
  return day === null || (released !== null && released <= day);
}

/** No bound is reached by everything, a bound never by the unknown. */
function reaches<Value extends number | string>(
  value: Value | null,
  bound: Value | null | undefined,
): boolean {
  if (bound === undefined || bound === null) return true;
  return value !== null && value >= bound;
}

/** A month named as an end is over after its last day. */
function lastDayOf(date: string | null): string | null {
  return date !== null && date.length === 7 ? `${date}-31` : date;
}

/** A month is its first day. */
function dayOf(date: string | null): string | null {
  return date !== null && date.length === 7 ? `${date}-01` : date;
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
    ceilings.push([known * maxCost.requests, maxCost.usd]);
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
