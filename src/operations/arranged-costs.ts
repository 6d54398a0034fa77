interface Costed {
  ref: string;
  cost?: { perRequest: number | null; complete: boolean } | null;
  perRequest?: number | null;
  complete?: boolean;
}

/** Orders of what costs something. */
export const costSorts = ["cost", "ref"] as const;

/** Which rows, and in which order. */
export interface CostOrder {
  /** `cost` if not given. */
  sort?: (typeof costSorts)[number];
  /** From the other end: dearest first, what is not fully known last all the same. */
  descending?: boolean;
  /** Most rows to give; all if not given. */
  limit?: number;
}

/** Rows that come cheapest first in the order asked for. Those of a higher standing are last from either end. */
export function arranged<Row extends Costed>(
  rows: readonly Row[],
  order: CostOrder,
  standingOf: (row: Row) => number = () => 0,
): Row[] {
  const { sort, descending = false, limit } = order;
  if (sort === "ref") return byRef(rows, descending).slice(0, limit);
  const standings = [...new Set(rows.map(standingOf))].sort((a, b) => a - b);
  return standings
    .flatMap((standing) =>
      byCost(
        rows.filter((row) => standingOf(row) === standing),
        descending,
      ),
    )
    .slice(0, limit);
}

function byRef<Row extends Costed>(rows: readonly Row[], isReversed: boolean): Row[] {
  const sorted = rows.toSorted((a, b) => (a.ref < b.ref ? -1 : 1));
  return isReversed ? sorted.toReversed() : sorted;
}

function byCost<Row extends Costed>(rows: readonly Row[], isReversed: boolean): Row[] {
  const isKnown = (row: Row): boolean => {
    const cost = row.cost === undefined ? row : row.cost;
    return cost?.complete === true && cost.perRequest !== null;
  };
  const known = rows.filter(isKnown);
  if (isReversed) known.reverse();
  return [...known, ...rows.filter((row) => !isKnown(row))];
}
