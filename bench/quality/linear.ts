/** Solves a system of linear equations by elimination with pivots. Both are left as they are. */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((line, at) => [...line, right[at] as number]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(at(rows, row, column)) > Math.abs(at(rows, pivot, column))) pivot = row;
    }
    [rows[column], rows[pivot]] = [rows[pivot] as number[], rows[column] as number[]];
    for (let row = 0; row < size; row += 1) {
      if (row === column) continue;
      const times = at(rows, row, column) / at(rows, column, column);
      const line = rows[row] as number[];
      for (let of = column; of <= size; of += 1)
        line[of] = at(rows, row, of) - times * at(rows, column, of);
    }
  }
  return rows.map((_, row) => at(rows, row, size) / at(rows, row, row));
}

function at(rows: readonly (readonly number[])[], row: number, column: number): number {
  return (rows[row] as readonly number[])[column] as number;
}
