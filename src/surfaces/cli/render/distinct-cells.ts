const mostDigits = 8;

/** Cells of rounded numbers: those that would look the same and are not get as many digits more as tell them apart. */
export function distinctCells<Row>(
  rows: readonly Row[],
  value: (row: Row, more: number) => string,
  amount: (row: Row) => number | null | undefined,
): string[] {
  const cells = rows.map((row) => value(row, 0));
  for (let more = 1; more <= mostDigits; more += 1) {
    const amounts = new Map<string, Set<string | undefined>>();
    const alike = (at: number): Set<string | undefined> => {
      const text = cells[at] as string;
      const known = amounts.get(text) ?? new Set();
      amounts.set(text, known);
      return known;
    };
    // the noise of sums is no difference
    rows.forEach((row, at) => alike(at).add(amount(row)?.toPrecision(10)));
    const unclear = rows.flatMap((_, at) => (alike(at).size > 1 ? [at] : []));
    if (unclear.length === 0) break;
    for (const at of unclear) cells[at] = value(rows[at] as Row, more);
  }
  return cells;
}
