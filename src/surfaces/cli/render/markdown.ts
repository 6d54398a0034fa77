import { clean } from "./clean.ts";

export function renderMarkdown(
  rows: readonly Record<string, unknown>[],
  fields: readonly string[],
): string {
  const line = (cells: string[]): string => `| ${cells.join(" | ")} |\n`;
  let text = line(fields.map(cell)) + line(fields.map(() => "---"));
  for (const row of rows) text += line(fields.map((field) => cell(row[field])));
  return text;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = clean(typeof value === "string" ? value : JSON.stringify(value));
  return text.replaceAll(/[\\|`*_<>[\]]/g, (character) => `\\${character}`);
}
