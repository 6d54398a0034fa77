import type { Models } from "../catalog/recommend/models.ts";

/** A model to be put in order: its figure, what it costs, and how sure the figure is. */
export type Figured = readonly [quality: number, cost: number, spread?: number];

export function modelsOf(all: readonly Figured[]): Models {
  return {
    groups: Uint32Array.from(all.keys()),
    costs: Float64Array.from(all, ([, cost]) => cost),
    quality: Float64Array.from(all, ([quality]) => quality),
    spread: Float64Array.from(all, ([, , spread = 0.4]) => spread),
    settle: () => undefined,
  };
}
