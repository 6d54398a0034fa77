import { jsonText } from "../../../catalog/words/json-text.ts";
import { ownEntry } from "../../../catalog/words/own-entry.ts";
import { clean } from "../../../catalog/words/clean.ts";
import { type Drawable, type Drawn, drawn, joined, lineFeed } from "./drawn.ts";

/**
 * A spreadsheet would run what begins like this, in full width too. `@` is a function there only with a name and what it
 * is given; ids begin with it.
 */
const formula = /^(?:[=+\-\t\r\uff0b\uff0d\uff1d]|[@\uff20][\p{L}_][\p{L}\p{N}_.]*\()/u;

/**
 * Flattened records as CSV (RFC 4180, line feeds) or TSV; `null` is an empty cell. Of CSV, which spreadsheets open, an
 * apostrophe stands before what one would run; that is the only difference from JSON.
 */
export function renderSeparated(
  rows: readonly Record<string, unknown>[],
  fields: readonly string[],
  separator: "," | "\t",
): Drawn {
  // cells are clean, so a line can be cleaned in one go; a tab would not outlast that
  const line = (cells: readonly string[]): Drawable =>
    separator === "," ? cells.join(",") : joined(cells, drawn`\t`);
  const lines = [
    line(fields.map((field) => cell(field, separator))),
    ...rows.map((row) => line(fields.map((field) => cell(ownEntry(row, field), separator)))),
  ];
  return drawn`${joined(lines, lineFeed)}\n`;
}

function cell(value: unknown, separator: "," | "\t"): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const raw = typeof value === "string" ? value : jsonText(value);
  const cleaned = clean(raw);
  if (separator === "\t") return cleaned;
  // looked at before cleaning too: a tab in front is trouble of its own
  const text = formula.test(raw) || formula.test(cleaned) ? `'${cleaned}` : cleaned;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
