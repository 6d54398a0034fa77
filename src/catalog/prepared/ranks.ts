import { dateKey } from "../words/dates.ts";
import { freedoms } from "../words/freedoms.ts";
import type { ModelRow } from "../words/model.ts";
import { compareText } from "../words/ref.ts";

type Value = number | string | null;

// above any `dateKey`
const anyDate = 1e9;

/** What ranks go by besides the rows. */
export interface RankGrounds {
  /** 1 where the provider made what it sells. */
  ownRow: Uint8Array;
  /** Positions in `freedoms`. */
  free: Uint8Array;
  /** The figure a row is ranked by; NaN where it has none. */
  figureAt: (row: number) => number;
}

/** Where a price of 0 is none to rank by. */
const isUnrankedPrice = freedoms.map((freedom) => freedom === "plan" || freedom === "local");

/** What rows can be sorted by besides their ref, and the value it goes by; null for unknown. */
const valueOf = {
  /** Who made what it sells comes first, the newest before the others. */
  makers: ({ releaseDate }: ModelRow, { ownRow }: RankGrounds, row: number): Value =>
    releaseDate === null
      ? null
      : (ownRow[row] === 1 ? 0 : anyDate) + anyDate - dateKey(releaseDate),
  name: (model: ModelRow): Value => model.name.toLowerCase(),
  price: ({ price }: ModelRow, { free }: RankGrounds, row: number): Value =>
    isUnrankedPrice[free[row] as number] === true ? null : (price?.input ?? null),
  "output-price": ({ price }: ModelRow, { free }: RankGrounds, row: number): Value =>
    isUnrankedPrice[free[row] as number] === true ? null : (price?.output ?? null),
  context: (model: ModelRow): Value => model.limits.context,
  output: (model: ModelRow): Value => model.limits.output,
  released: (model: ModelRow): Value => dateKey(model.releaseDate) || null,
  knowledge: (model: ModelRow): Value => dateKey(model.knowledge) || null,
  /** As it is ranked: a figure counts for less where it is less sure. */
  quality: (_: ModelRow, { figureAt }: RankGrounds, row: number): Value => {
    const figure = figureAt(row);
    return Number.isNaN(figure) ? null : figure;
  },
} as const;

export type RankedKey = keyof typeof valueOf;

export const rankedKeys = Object.keys(valueOf) as RankedKey[];

/** The rank of a value nobody knows: last in both directions. */
export const unranked = 0xffff_ffff;

/** Every row's place among the values of all rows, in order; equal values share a rank, so that ties break by ref. */
export function rankBy(
  models: readonly ModelRow[],
  key: RankedKey,
  grounds: RankGrounds,
): Uint32Array {
  const value = valueOf[key];
  const { length } = models;
  const values: Value[] = [];
  for (let row = 0; row < length; row += 1) {
    values.push(value(models[row] as ModelRow, grounds, row));
  }
  const distinct = [...new Set(values)].filter((value) => value !== null).sort(compare);
  const rankOf = new Map<Value, number>([[null, unranked]]);
  for (let rank = 0; rank < distinct.length; rank += 1) rankOf.set(distinct[rank] as Value, rank);
  const ranks = new Uint32Array(length);
  for (let row = 0; row < length; row += 1) ranks[row] = rankOf.get(values[row] as Value) as number;
  return ranks;
}

/** All rows in order; equal ranks by row. */
export function rowsByRank(ranks: Uint32Array): Uint32Array {
  const { length } = ranks;
  // rank and row in one number: typed arrays sort without calling back
  const places = Float64Array.from(ranks, (rank, row) => rank * length + row).sort();
  return Uint32Array.from(places, (place) => place % length);
}

function compare(a: number | string, b: number | string): number {
  return typeof a === "number" && typeof b === "number" ? a - b : compareText(`${a}`, `${b}`);
}
