import { type Drawn, drawn, drawnJson, joined } from "./drawn.ts";

/** What an answer is: rows, one thing, things side by side, or things in an order with all that led to it. */
export type AnswerKind = "list" | "document" | "comparison" | "ranking";

/** An answer as rows of cells, for formats without nesting. */
export interface Cells {
  rows: readonly Record<string, unknown>[];
  fields: readonly string[];
}

interface Format {
  of: readonly AnswerKind[];
  /** Of the result as it is. */
  value?(result: unknown): Drawn | Promise<Drawn>;
  /** Of its rows. */
  rows?(rows: readonly object[]): Drawn;
  /** Of the result as cells. */
  cells?(cells: Cells): Drawn | Promise<Drawn>;
}

/** All formats, in the order of the help. Those with neither are drawn for people by each command, or are the envelope. */
const formats = {
  text: { of: ["document", "comparison", "ranking"] },
  table: { of: ["list"] },
  json: { of: ["list", "document", "comparison", "ranking"] },
  jsonl: {
    of: ["list", "comparison", "ranking"],
    rows: (rows) => joined(rows.map((row) => drawn`${drawnJson(row)}\n`)),
  },
  csv: { of: ["list", "comparison", "ranking"], cells: (cells) => separated(cells, ",") },
  tsv: { of: ["list", "comparison", "ranking"], cells: (cells) => separated(cells, "\t") },
  yaml: {
    of: ["list", "document", "comparison", "ranking"],
    value: async (result) => (await import("./yaml.ts")).renderYaml(result),
  },
  md: {
    of: ["list", "comparison", "ranking"],
    cells: async ({ rows, fields }) => (await import("./markdown.ts")).renderMarkdown(rows, fields),
  },
} satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

/** The formats of a kind of answer; the first is the one for people. */
export function formatsOf(kind: AnswerKind): FormatName[] {
  const all = Object.entries<Format>(formats).filter(([, { of }]) => of.includes(kind));
  // look-up allowed: the names are the table's own
  return all.map(([name]) => name as FormatName);
}

/** Undefined for what is drawn for people, and for the envelope. */
export function rendered(
  name: FormatName,
  answer: { value(): unknown; rows?(): readonly object[]; cells?(format: FormatName): Cells },
): Drawn | Promise<Drawn> | undefined {
  const { value, rows, cells }: Format = formats[name];
  if (rows !== undefined) return answer.rows === undefined ? undefined : rows(answer.rows());
  if (value !== undefined) return value(answer.value());
  return answer.cells === undefined ? undefined : cells?.(answer.cells(name));
}

async function separated({ rows, fields }: Cells, separator: "," | "\t"): Promise<Drawn> {
  return (await import("./csv.ts")).renderSeparated(rows, fields, separator);
}
