import type { Columns } from "../prepared/columns.ts";

/** The offer that stands for an underlying model. */
export interface Candidate {
  row: number;
  /** Null where the price is not listed, or only in part. */
  perRequest: number | null;
}

/** One row per underlying model: the cheapest, then the maker's own, then the first by ref. */
export function cheapestOffers(
  columns: Columns,
  rows: readonly number[],
  costOf: (row: number) => number | null,
): Candidate[] {
  const best = new Map<number, Candidate>();
  for (const row of rows) {
    const candidate = { row, perRequest: costOf(row) };
    const group = columns.group[row] as number;
    const known = best.get(group);
    if (known === undefined || isBetter(candidate, known, columns)) best.set(group, candidate);
  }
  return [...best.values()];
}

function isBetter(candidate: Candidate, than: Candidate, { ownRow }: Columns): boolean {
  const cost = candidate.perRequest ?? Number.POSITIVE_INFINITY;
  const other = than.perRequest ?? Number.POSITIVE_INFINITY;
  if (cost !== other) return cost < other;
  const own = ownRow[candidate.row] as number;
  const otherOwn = ownRow[than.row] as number;
  return own === otherOwn ? candidate.row < than.row : own > otherOwn;
}
