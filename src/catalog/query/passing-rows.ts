/**
 * The rows that still pass, in their order: the first `count` of `rows`. Each condition leaves fewer of them to the next,
 * and none costs a row that failed before.
 */
export interface PassingRows {
  readonly rows: Uint32Array;
  count: number;
  /** All of the catalog, nothing having failed yet: `rows` is still empty then. */
  isAll: boolean;
}

export function allRows(rowCount: number): PassingRows {
  return { rows: new Uint32Array(rowCount), count: rowCount, isAll: true };
}

export function someRows(rows: ArrayLike<number>): PassingRows {
  // not `from`, which walks an iterator
  return { rows: new Uint32Array(rows), count: rows.length, isAll: false };
}

/** A view of them; where nothing failed they are written down first. */
export function listed(passing: PassingRows): Uint32Array {
  const { rows, count, isAll } = passing;
  if (isAll) for (let row = 0; row < count; row += 1) rows[row] = row;
  passing.isAll = false;
  return rows.subarray(0, count);
}
