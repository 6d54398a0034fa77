import type { Price, PriceTier } from "../words/price.ts";

/** The tier whose prices hold for a whole request of so many prompt tokens; undefined where the base prices do. */
export function tierFor(price: Price, promptTokens: number): PriceTier | undefined {
  const { tiers } = price;
  for (let at = tiers.length - 1; at >= 0; at -= 1) {
    const tier = tiers[at] as PriceTier;
    if (promptTokens > tier.aboveTokens) return tier;
  }
  return undefined;
}
