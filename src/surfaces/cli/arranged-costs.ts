interface Costed {
  cost?: { perRequest: number | null; complete: boolean } | null;
  perRequest?: number | null;
  complete?: boolean;
}

/** Cheapest first, as the operation gives them, or dearest first; what is not fully known is last either way. */
export function arranged<Row extends Costed>(
  rows: readonly Row[],
  { isReversed, limit }: { isReversed: boolean; limit?: number },
): Row[] {
  const isKnown = (row: Row): boolean => {
    const cost = row.cost === undefined ? row : row.cost;
    return cost?.complete === true && cost.perRequest !== null;
  };
  const known = rows.filter(isKnown);
  if (isReversed) known.reverse();
  const all = [...known, ...rows.filter((row) => !isKnown(row))];
  return limit === undefined ? all : all.slice(0, limit);
}
