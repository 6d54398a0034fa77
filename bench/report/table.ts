type Rows = readonly (readonly string[])[];

/** For the terminal. */
export function plainTable(rows: Rows): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  const line = (row: readonly string[]) =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ");
  return rows.map((row) => line(row).trimEnd()).join("\n");
}

/** The first row is the heading. */
export function markdownTable(rows: Rows): string {
  const [first = [], ...rest] = rows.map(
    (row) => `| ${row.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`,
  );
  const rule = `|${" --- |".repeat(rows[0]?.length ?? 0)}`;
  return [first, rule, ...rest].join("\n");
}
