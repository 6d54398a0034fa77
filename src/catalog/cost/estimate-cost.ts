import type { Priced } from "../words/charges.ts";
import { type Price, type PriceTier, unlistedPrice } from "../words/price.ts";
import { alsoCharged } from "./also-charged.ts";
import { plus, scaled, toUsd, type Units, unitsFor } from "./money.ts";
import { tierFor } from "./tier.ts";
import { periodsIn, promptTokens, type RequestsOrAll, type Usage } from "./usage.ts";

export const costParts = [
  "input",
  "cachedInput",
  "cacheWrite",
  "output",
  "reasoning",
  "inputAudio",
  "outputAudio",
] as const;

export type CostPart = (typeof costParts)[number];

/** What a usage costs at list prices, in USD. */
export interface Cost {
  ref: string;
  currency: "USD";
  /** The sum of the known parts; `null` where tokens are used and no price at all is listed. */
  perRequest: number | null;
  /** `null` where no number of requests is given. A month has 30 days. */
  perDay: number | null;
  perMonth: number | null;
  /** Of all requests; there where their number is given without a time. */
  total?: number | null;
  /**
   * False: a price that is needed is not listed, and the sums are lower bounds; or something of the model's price was not
   * understood, and the sums are of what was.
   */
  complete: boolean;
  /** The parts whose price is not listed, and members of the source's `cost` that are not understood: `tiers`. */
  unknown: (CostPart | (string & {}))[];
  /** The threshold of the long-context tier whose prices hold for the whole request. */
  tier: number | null;
  /**
   * USD per request; 0 for what is not used, `null` for a part whose price is not listed. What is not listed above the
   * threshold of a tier, at the price below it.
   */
  parts: Record<CostPart, number | null>;
}

/**
 * The cost of a usage at a model's list prices, worked out in whole units and rounded once.
 *
 * Tokens are whole numbers. A tier's prices hold for the whole request once the prompt exceeds its threshold; what a tier
 * does not list costs at least as much as below it. Reasoning without a price of its own costs as much as output.
 * Source of the prices: models.dev.
 */
export function estimateCost(model: Priced, usage: Usage, requests?: RequestsOrAll): Cost {
  const { cost, units } = chargesOf(model, usage);
  if (requests === undefined) return cost;
  const { count, per } = requests;
  if (per === undefined) cost.total = units === null ? null : scaled(units, count, 1, 1);
  else if (units !== null) {
    cost.perDay = scaled(units, count, ...periodsIn("day", per));
    cost.perMonth = scaled(units, count, ...periodsIn("month", per));
  }
  return cost;
}

/** With what a request costs in whole units; null where no price that is needed is listed. */
export function chargesOf(model: Priced, usage: Usage): { cost: Cost; units: Units | null } {
  const { ref, price } = model;
  const cached = Math.min(usage.cached ?? 0, usage.input);
  const reasoning = Math.min(usage.reasoning ?? 0, usage.output);
  const tier = price === null ? undefined : tierFor(price, promptTokens(usage));
  const base = price ?? unlistedPrice;
  const own = tier ?? unlistedPrice;
  const sum = new Sum(tier !== undefined);
  // as output where no price of its own is listed, and where its own is that of the output
  const thinking = thinksAsOutput(base, own) ? ("output" as const) : ("reasoning" as const);
  const parts = {
    input: sum.add("input", usage.input - cached, own.input, base.input),
    cachedInput: sum.add("cachedInput", cached, own.cacheRead, base.cacheRead),
    cacheWrite: sum.add("cacheWrite", usage.cacheWrite ?? 0, own.cacheWrite, base.cacheWrite),
    output: sum.add("output", usage.output - reasoning, own.output, base.output),
    reasoning: sum.add("reasoning", reasoning, own[thinking], base[thinking]),
    inputAudio: sum.add("inputAudio", usage.inputAudio ?? 0, own.inputAudio, base.inputAudio),
    outputAudio: sum.add("outputAudio", usage.outputAudio ?? 0, own.outputAudio, base.outputAudio),
  };
  const { units, hasKnown } = sum;
  const isUnknown = sum.unknown.length > 0 && !hasKnown;
  const isDearer =
    reasoning > 0 && (own[thinking] ?? base[thinking] ?? 0) > (own.output ?? base.output ?? 0);
  const also = alsoCharged(model, isDearer);
  const unknown = also.length === 0 ? sum.unknown : [...new Set([...sum.unknown, ...also])];
  const cost: Cost = {
    ref,
    currency: "USD",
    perRequest: isUnknown ? null : toUsd(units),
    perDay: null,
    perMonth: null,
    complete: unknown.length === 0,
    unknown,
    tier: tier?.aboveTokens ?? null,
    parts,
  };
  return { cost, units: isUnknown ? null : units };
}

function thinksAsOutput(base: Price, own: PriceTier): boolean {
  if ((own.reasoning ?? null) !== null) return false;
  return base.reasoning === null || base.reasoning === base.output;
}

class Sum {
  units: Units = 0;
  readonly unknown: CostPart[] = [];
  hasKnown = false;
  readonly #isOfTier: boolean;

  constructor(isOfTier: boolean) {
    this.#isOfTier = isOfTier;
  }

  /** USD per 1,000,000 tokens: a tier's own, and the base price, which is the least it can be where a tier lists none. */
  add(part: CostPart, tokens: number, own: number | null, base: number | null): number | null {
    if (tokens === 0) return 0;
    const usdPerMillion = own ?? base;
    if (usdPerMillion === null || (this.#isOfTier && own === null)) this.unknown.push(part);
    if (usdPerMillion === null) return null;
    const units = unitsFor(tokens, usdPerMillion);
    this.units = plus(this.units, units);
    this.hasKnown = true;
    return toUsd(units);
  }
}
