import type { Columns } from "../prepared/columns.ts";

export const sortKeys = [
  "ref",
  "name",
  "price",
  "output-price",
  "context",
  "output",
  "released",
  "knowledge",
] as const;

export type SortKey = (typeof sortKeys)[number];

/** Sorts rows in place. Unknown values come last in both directions, ties break by ref. */
export function sortRows(
  rows: number[],
  columns: Columns,
  key: SortKey,
  descending: boolean,
): number[] {
  // rows are in ref order, so the row number is the ref's rank
  if (key === "ref") return rows.sort(descending ? (a, b) => b - a : (a, b) => a - b);
  const { values, unknown } = valuesOf(columns, key);
  const sign = descending ? -1 : 1;
  return rows.sort((a, b) => {
    const left = values[a] as number;
    const right = values[b] as number;
    const leftUnknown = Object.is(left, unknown);
    const rightUnknown = Object.is(right, unknown);
    if (leftUnknown || rightUnknown) {
      return leftUnknown && rightUnknown ? a - b : leftUnknown ? 1 : -1;
    }
    return sign * (left - right) || a - b;
  });
}

function valuesOf(
  columns: Columns,
  key: Exclude<SortKey, "ref">,
): { values: Float64Array | Uint32Array; unknown: number | undefined } {
  switch (key) {
    case "name":
      return { values: columns.nameRank, unknown: undefined };
    case "price":
      return { values: columns.inputPrice, unknown: Number.NaN };
    case "output-price":
      return { values: columns.outputPrice, unknown: Number.NaN };
    case "context":
      return { values: columns.context, unknown: 0 };
    case "output":
      return { values: columns.output, unknown: 0 };
    case "released":
      return { values: columns.released, unknown: 0 };
    case "knowledge":
      return { values: columns.knowledge, unknown: 0 };
  }
}
