import { jsonText } from "../../../catalog/json-text.ts";
import { clean } from "./clean.ts";
import { type Drawn, drawn, joined } from "./drawn.ts";

/** A spreadsheet would run what begins like this. */
const formula = /^[=+\-@\t\r]/;

const separators = { ",": drawn`,`, "\t": drawn`\t` } as const;

/** Flattened records as CSV (RFC 4180, line feeds) or TSV; `null` is an empty cell. */
export function renderSeparated(
  rows: readonly Record<string, unknown>[],
  fields: readonly string[],
  separator: "," | "\t",
): Drawn {
  const line = (cells: string[]): Drawn => drawn`${joined(cells, separators[separator])}\n`;
  return joined([
    line(fields.map((field) => cell(field, separator))),
    ...rows.map((row) => line(fields.map((field) => cell(row[field], separator)))),
  ]);
}

function cell(value: unknown, separator: "," | "\t"): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const raw = typeof value === "string" ? value : jsonText(value);
  const cleaned = clean(raw);
  // looked at before cleaning too: a tab in front is trouble of its own
  const text = formula.test(raw) || formula.test(cleaned) ? `'${cleaned}` : cleaned;
  if (separator === "\t") return text;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
