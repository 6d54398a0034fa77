/** What an order of models is made of. */
export const weightNames = ["cost", "quality"] as const;

/** They sum to 1. */
export type Weights = Record<(typeof weightNames)[number], number>;

/** `own` is what cost weighs in the use case; where a person gives one weight, the other has what is left. */
export function mixWeights(own: number, { cost, quality }: Partial<Weights>): Weights {
  const ofCost = cost ?? (quality === undefined ? own : 1 - quality);
  const ofQuality = quality ?? 1 - ofCost;
  const sum = ofCost + ofQuality;
  // neither is more than the other
  if (sum === 0) return { cost: 0.5, quality: 0.5 };
  return { cost: short(ofCost / sum), quality: short(ofQuality / sum) };
}

/** Without the noise of floats. */
function short(value: number): number {
  return Number(value.toFixed(9));
}

/** How many spreads two models may differ by and be about equal: cost alone takes all for equal, quality alone none. */
export function widthOf({ cost, quality }: Weights): number {
  return quality === 0 ? Number.POSITIVE_INFINITY : cost / quality;
}
