import type { Priced } from "../words/charges.ts";
import { chargesOf, type Cost } from "./estimate-cost.ts";
import { plus, times, toUsd, type Units } from "./money.ts";
import type { Usage } from "./usage.ts";

/** Work that is done in many requests: what goes in and comes out of all of them together. */
export interface Batch {
  /** Tokens of all requests. */
  total: Usage;
  /** Tokens of `total.input` that one request takes; the last takes what is left. */
  requestSize: number;
}

/** Requests that are alike. */
export interface Requested {
  count: number;
  usage: Usage;
}

/** A part of a whole that is shared evenly: so many take one more than the others, the first. */
interface Shared {
  each: number;
  oneMore: number;
}

const shared = (whole: number, among: number): Shared =>
  among === 0
    ? { each: 0, oneMore: 0 }
    : { each: Math.floor(whole / among), oneMore: whole % among };

const shareOf = ({ each, oneMore }: Shared, at: number): number => each + (at < oneMore ? 1 : 0);

/**
 * The requests of a batch, the largest first: as many as the input makes, rounded up. What comes out, and what stands
 * beside the input, is shared evenly in whole tokens; the cached part goes by the input.
 */
export function requestsOf({ total, requestSize }: Batch): Requested[] {
  const { input, cached, ...evenly } = total;
  const full = Math.floor(input / requestSize);
  const rest = input - full * requestSize;
  const requests = rest > 0 || full === 0 ? full + 1 : full;
  const parts = Object.entries(evenly).map(
    ([name, whole]) => [name, shared(whole, requests)] as const,
  );
  const cachedOfFull = cached === undefined ? 0 : portion(cached, full * requestSize, input);
  const ofCached = shared(cachedOfFull, full);
  const usageAt = (at: number): Usage => ({
    ...(Object.fromEntries(
      parts.map(([name, part]) => [name, shareOf(part, at)]),
    ) as typeof evenly),
    input: at < full ? requestSize : rest,
    ...(cached === undefined
      ? {}
      : { cached: at < full ? shareOf(ofCached, at) : cached - cachedOfFull }),
  });
  // where one begins that differs from the one before
  const begins = [0, full, ofCached.oneMore, ...parts.map(([, { oneMore }]) => oneMore), requests];
  const places = [...new Set(begins)].filter((at) => at <= requests).sort((a, b) => a - b);
  return places.slice(1).map((next, position) => {
    const at = places[position] as number;
    return { count: next - at, usage: usageAt(at) };
  });
}

/** `whole × part ÷ of`, rounded down: products of totals outgrow the whole numbers a float can hold. */
function portion(whole: number, part: number, of: number): number {
  return of === 0 ? 0 : Number((BigInt(whole) * BigInt(part)) / BigInt(of));
}

/** The cost of requests that differ, of the largest of them and of all together. `requested`: the largest first. */
export function estimateAll(
  model: Priced,
  requested: readonly Requested[],
): Cost & { total: number | null } {
  const charges = requested.map(({ usage }) => chargesOf(model, usage));
  const [{ cost: largest } = chargesOf(model, { input: 0, output: 0 })] = charges;
  const unknown = [...new Set(charges.flatMap(({ cost }) => cost.unknown))];
  let all: Units = 0;
  for (const [at, { units }] of charges.entries())
    all = plus(all, times(units ?? 0, requested[at]?.count ?? 0));
  const isUnknown = charges.every(({ units }) => units === null);
  const total = isUnknown ? null : toUsd(all);
  return { ...largest, complete: unknown.length === 0, unknown, total };
}
