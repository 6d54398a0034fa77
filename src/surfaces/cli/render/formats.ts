import { type Drawn, drawn, drawnJson, joined } from "./drawn.ts";

/** What an answer is: rows, one thing, or things side by side. */
export type AnswerKind = "list" | "document" | "comparison";

/** An answer as rows of cells, for formats without nesting. */
export interface Cells {
  rows: readonly Record<string, unknown>[];
  fields: readonly string[];
}

interface Format {
  of: readonly AnswerKind[];
  /** Of the result as it is. */
  value?(result: unknown): Drawn | Promise<Drawn>;
  /** Of the result as cells. */
  cells?(cells: Cells): Drawn | Promise<Drawn>;
}

/** All formats, in the order of the help. Those with neither are drawn for people by each command, or are the envelope. */
const formats = {
  text: { of: ["document", "comparison"] },
  table: { of: ["list"] },
  json: { of: ["list", "document", "comparison"] },
  jsonl: {
    of: ["list"],
    value: (rows) => joined((rows as object[]).map((row) => drawn`${drawnJson(row)}\n`)),
  },
  csv: { of: ["list"], cells: (cells) => separated(cells, ",") },
  tsv: { of: ["list"], cells: (cells) => separated(cells, "\t") },
  yaml: {
    of: ["list", "document", "comparison"],
    value: async (result) => (await import("./yaml.ts")).renderYaml(result),
  },
  md: {
    of: ["list", "comparison"],
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
  answer: { value(): unknown; cells?(): Cells },
): Drawn | Promise<Drawn> | undefined {
  const { value, cells }: Format = formats[name];
  if (value !== undefined) return value(answer.value());
  return answer.cells === undefined ? undefined : cells?.(answer.cells());
}

async function separated({ rows, fields }: Cells, separator: "," | "\t"): Promise<Drawn> {
  return (await import("./csv.ts")).renderSeparated(rows, fields, separator);
}
