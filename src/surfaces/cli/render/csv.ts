import { clean } from "./clean.ts";

/** A spreadsheet would run what begins like this. */
const formula = /^[=+\-@\t\r]/;

/** Flattened records as CSV (RFC 4180, line feeds) or TSV; `null` is an empty cell. */
export function renderSeparated(
  rows: readonly Record<string, unknown>[],
  fields: readonly string[],
  separator: "," | "\t",
): string {
  const line = (cells: string[]): string => `${cells.join(separator)}\n`;
  let text = line(fields.map((field) => cell(field, separator)));
  for (const row of rows) text += line(fields.map((field) => cell(row[field], separator)));
  return text;
}

function cell(value: unknown, separator: "," | "\t"): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const raw = typeof value === "string" ? value : JSON.stringify(value);
  const cleaned = clean(raw);
  // looked at before cleaning too: a tab in front is trouble of its own
  const text = formula.test(raw) || formula.test(cleaned) ? `'${cleaned}` : cleaned;
  if (separator === "\t") return text;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
