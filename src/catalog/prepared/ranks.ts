import { dateKey } from "../dates.ts";
import type { ModelInfo } from "../model.ts";
import { compareText } from "../ref.ts";

type Value = number | string | null;

/** What rows can be sorted by besides their ref, and the value it goes by; null for unknown. */
const valueOf = {
  name: (model: ModelInfo): Value => model.name.toLowerCase(),
  price: (model: ModelInfo): Value => model.price?.input ?? null,
  "output-price": (model: ModelInfo): Value => model.price?.output ?? null,
  context: (model: ModelInfo): Value => model.limits.context,
  output: (model: ModelInfo): Value => model.limits.output,
  released: (model: ModelInfo): Value => dateKey(model.releaseDate) || null,
  knowledge: (model: ModelInfo): Value => dateKey(model.knowledge) || null,
} as const;

export type RankedKey = keyof typeof valueOf;

export const rankedKeys = Object.keys(valueOf) as RankedKey[];

/** The rank of a value nobody knows: last in both directions. */
export const unranked = 0xffff_ffff;

/** Every row's position among all rows sorted by a key; equal values share a rank, so that ties break by ref. */
export function rankBy(models: readonly ModelInfo[], key: RankedKey): Uint32Array {
  const values = models.map(valueOf[key]);
  const known = values.map((_, row) => row).filter((row) => values[row] !== null);
  known.sort((a, b) => compare(values[a] as number | string, values[b] as number | string));
  const ranks = new Uint32Array(models.length).fill(unranked);
  let rank = 0;
  known.forEach((row, position) => {
    if (position > 0 && values[row] !== values[known[position - 1] as number]) rank = position;
    ranks[row] = rank;
  });
  return ranks;
}

function compare(a: number | string, b: number | string): number {
  return typeof a === "number" && typeof b === "number" ? a - b : compareText(`${a}`, `${b}`);
}
