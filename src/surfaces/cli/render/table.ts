import { clean } from "./clean.ts";
import type { Style } from "./style.ts";
import { type Measure, measureFor, pad, truncate } from "./width.ts";

export interface TableColumn<Row> {
  title: string;
  value(row: Row): string;
  align?: "left" | "right";
  /** Columns with the lowest go first where the table is too wide; those without never go. */
  importance?: number;
  paint?(text: string, row: Row): string;
}

const gap = "  ";
const narrowest = 8;

/** A table as lines of text. `width` undefined: as wide as it needs to be. */
export async function renderTable<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  style: Style,
  width: number | undefined,
): Promise<string> {
  const cells = columns.map((column) => rows.map((row) => clean(column.value(row))));
  // a title can be a ref
  const titles = columns.map(({ title }) => clean(title));
  const measure = await measureFor(withoutEllipsis([...titles, ...cells.flat()], style));
  const natural = titles.map((title, position) =>
    widest([title, ...(cells[position] ?? [])], measure),
  );
  // a column nobody has anything in says nothing, unless it is the first
  const used = columns
    .map((_, position) => position)
    .filter(
      (position) =>
        rows.length === 0 || position === 0 || cells[position]?.some((text) => text !== ""),
    );
  const { shown, widths } = fit(columns, used, natural, width);
  const line = (texts: string[]): string => texts.join(gap).trimEnd();
  const header = shown.map((position) => {
    const room = widths[position] as number;
    const text = truncate(titles[position] ?? "", room, style.ellipsis, measure);
    return pad(text, room, columns[position]?.align ?? "left", measure);
  });
  const lines = [style.dim(line(header))];
  rows.forEach((row, at) => {
    const texts = shown.map((position) => {
      const { paint, align } = columns[position] as TableColumn<Row>;
      const room = widths[position] as number;
      const text = truncate(cells[position]?.[at] ?? "", room, style.ellipsis, measure);
      const padded = pad(text, room, align ?? "left", measure);
      return paint === undefined ? padded : padded.replace(text, () => paint(text, row));
    });
    lines.push(line(texts));
  });
  return `${lines.join("\n")}\n`;
}

// our own sign for "unknown" takes one column and needs no measuring
function* withoutEllipsis(texts: readonly string[], { unknown }: Style): Iterable<string> {
  for (const text of texts) if (text !== unknown) yield text;
}

function widest(texts: readonly string[], measure: Measure): number {
  let width = 0;
  for (const text of texts) width = Math.max(width, measure(text));
  return width;
}

/** Drops the least important columns, then narrows the widest, until the table fits. */
function fit<Row>(
  columns: readonly TableColumn<Row>[],
  used: readonly number[],
  natural: readonly number[],
  width: number | undefined,
): { shown: number[]; widths: number[] } {
  const widths = [...natural];
  let shown = [...used];
  if (width === undefined) return { shown, widths };
  const total = (): number =>
    shown.reduce((sum, position) => sum + (widths[position] as number), 0) +
    gap.length * (shown.length - 1);
  const droppable = shown
    .filter((position) => columns[position]?.importance !== undefined)
    .sort((a, b) => (columns[a]?.importance ?? 0) - (columns[b]?.importance ?? 0));
  for (const position of droppable) {
    if (total() <= width) break;
    shown = shown.filter((one) => one !== position);
  }
  while (total() > width) {
    const widest = shown.reduce((a, b) => ((widths[a] as number) >= (widths[b] as number) ? a : b));
    const room = (widths[widest] as number) - (total() - width);
    if ((widths[widest] as number) <= narrowest) break;
    widths[widest] = Math.max(narrowest, room);
  }
  return { shown, widths };
}
