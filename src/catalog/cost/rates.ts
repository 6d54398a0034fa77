import type { PriceComponent } from "../words/charges.ts";
import type { Price, PriceTier } from "../words/price.ts";

/** A price in USD per 1,000,000 tokens. */
export interface Rate {
  usdPerMillion: number | null;
  /** Whether it may be more: it holds below the threshold of a tier that does not list it. */
  isBound: boolean;
}

export type Rates = Record<PriceComponent, Rate>;

/** The prices of one request: of its tier where there is one, else of the base. */
export function ratesOf(base: Price, tier: PriceTier | undefined): Rates {
  const output = rateOf(base, tier, "output");
  return {
    input: rateOf(base, tier, "input"),
    output,
    cacheRead: rateOf(base, tier, "cacheRead"),
    cacheWrite: rateOf(base, tier, "cacheWrite"),
    reasoning: reasoningRate(base, tier, output),
    inputAudio: rateOf(base, tier, "inputAudio"),
    outputAudio: rateOf(base, tier, "outputAudio"),
  };
}

function rateOf(base: Price, tier: PriceTier | undefined, component: PriceComponent): Rate {
  const own = tier?.[component] ?? null;
  if (own !== null) return { usdPerMillion: own, isBound: false };
  return { usdPerMillion: base[component], isBound: tier !== undefined };
}

/** As output where no price of its own is listed, and where its own is that of the output. */
function reasoningRate(base: Price, tier: PriceTier | undefined, output: Rate): Rate {
  const own = tier?.reasoning ?? null;
  if (own === null && (base.reasoning === null || base.reasoning === base.output)) return output;
  return rateOf(base, tier, "reasoning");
}
