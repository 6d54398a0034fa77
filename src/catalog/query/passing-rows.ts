/**
 * The rows that still pass, in their order: the first `count` of `rows`. Each condition leaves fewer of them to the next,
 * and none costs a row that failed before.
 */
export interface PassingRows {
  readonly rows: Uint32Array;
  count: number;
}

export function allRows(rowCount: number): PassingRows {
  const rows = new Uint32Array(rowCount);
  for (let row = 0; row < rowCount; row += 1) rows[row] = row;
  return { rows, count: rowCount };
}

export function someRows(rows: readonly number[]): PassingRows {
  return { rows: Uint32Array.from(rows), count: rows.length };
}

export function listed({ rows, count }: PassingRows): number[] {
  return Array.from(rows.subarray(0, count));
}
