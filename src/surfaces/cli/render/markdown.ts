import { jsonText } from "../../../catalog/words/json-text.ts";
import { markdownText } from "../../../catalog/words/markdown-text.ts";
import { ownEntry } from "../../../catalog/words/own-entry.ts";
import { clean } from "../../../catalog/words/clean.ts";
import { type Drawn, drawn, joined, lineFeed } from "./drawn.ts";

export function renderMarkdown(
  rows: readonly Record<string, unknown>[],
  fields: readonly string[],
): Drawn {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const lines = [
    line(fields.map(cell)),
    line(fields.map(() => "---")),
    ...rows.map((row) => line(fields.map((field) => cell(ownEntry(row, field))))),
  ];
  return drawn`${joined(lines, lineFeed)}\n`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  // cleaned first: a backslash of ours must not become part of an escape sequence
  return markdownText(clean(typeof value === "string" ? value : jsonText(value)));
}
