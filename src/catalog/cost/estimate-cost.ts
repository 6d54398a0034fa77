import type { Price, PriceTier } from "./price.ts";

/** What one request uses, in tokens. `cached` is a part of `input`, `reasoning` a part of `output`. */
export interface Usage {
  input: number;
  /** Tokens of `input` read from the provider's cache; charged once, at the cache price. */
  cached: number;
  output: number;
}

/**
 * USD for one request, or null where a price it needs is not listed.
 * A tier's prices hold for the whole request once the input exceeds its threshold.
 */
export function costOfRequest(price: Price | null, usage: Usage): number | null {
  if (price === null) return null;
  const prices = { ...price, ...listed(tierFor(price.tiers, usage.input)) };
  const cached = Math.min(usage.cached, usage.input);
  const parts: [tokens: number, perMillion: number | null][] = [
    [usage.input - cached, prices.input],
    [cached, prices.cacheRead],
    [usage.output, prices.output],
  ];
  let sum = 0;
  for (const [tokens, perMillion] of parts) {
    if (tokens === 0) continue;
    if (perMillion === null) return null;
    sum += tokens * perMillion;
  }
  // prices have at most six digits after the point: below a millionth of a cent lies only float noise
  return Math.round(sum * 1e6) / 1e12;
}

function tierFor(tiers: readonly PriceTier[], inputTokens: number): PriceTier | undefined {
  return tiers.findLast((tier) => inputTokens > tier.aboveTokens);
}

// a tier lists only what differs from the base price
function listed(tier: PriceTier | undefined): Partial<Price> {
  if (tier === undefined) return {};
  return Object.fromEntries(Object.entries(tier).filter(([, value]) => value !== null));
}
