/** Models to be put in order, in arrays; a model is its position in them. */
export interface Models {
  /** Of one catalog; the order of names. */
  groups: Uint32Array;
  /** What decides between those that are about equal: USD, NaN for unknown. Known of those that `settle` was given. */
  costs: Float64Array;
  /** In spreads of all chat models; NaN where there is none. */
  quality: Float64Array;
  spread: Float64Array;
  /** Makes known what decides between these. */
  settle(which: readonly number[]): void;
}

/** A model in its place. */
export interface Place {
  model: number;
  /** From 1; what is in one band is about equal. */
  band: number;
  /** The model that opened the band. */
  openedBy: number;
}

/** Known costs first, the lower before the higher. */
export function byCost({ costs }: Models, one: number, other: number): number {
  const a = costs[one] as number;
  const b = costs[other] as number;
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a - b;
}

/** How many are wanted, and what comes before. */
export interface Wanted {
  /** More may be given. */
  most: number;
  /** Bands there are already. */
  before: number;
}
