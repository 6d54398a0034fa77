import { cellsOf, headings, type Measure } from "./measure.ts";

/** For the terminal. */
export function plainTable(measures: readonly Measure[]): string {
  const rows = [headings, ...measures.map(cellsOf)];
  const widths = headings.map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

export function markdownTable(rows: readonly (readonly string[])[]): string {
  const [first = [], ...rest] = rows.map(
    (row) => `| ${row.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`,
  );
  const rule = `|${" --- |".repeat(rows[0]?.length ?? 0)}`;
  return [first, rule, ...rest].join("\n");
}
