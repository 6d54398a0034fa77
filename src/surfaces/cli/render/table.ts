import { clean } from "../../../catalog/words/clean.ts";
import { type Drawable, type Drawn, drawn, joined, lineFeed } from "./drawn.ts";
import type { Style } from "./style.ts";
import { type Measure, measureFor, pad, padding, truncate } from "./width.ts";

export interface TableColumn<Row> {
  title: string;
  value(row: Row): string;
  align?: "left" | "right";
  /** Columns with the lowest go first where the table is too wide; those without never go. */
  importance?: number;
  paint?(text: string, row: Row): Drawable;
}

const gap = "  ";
const narrowest = 8;

/** A table as a text. `width` undefined: as wide as it needs to be. */
export async function renderTable<Row>(
  ...table: Parameters<typeof tableLines<Row>>
): Promise<Drawn> {
  const lines = await tableLines(...table);
  return drawn`${joined(lines, lineFeed)}\n`;
}

/** A table line by line. */
export async function tableLines<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  style: Style,
  width: number | undefined,
): Promise<Drawable[]> {
  // cleaned before anything is measured or cut
  const cells = columns.map((column) => rows.map((row) => clean(column.value(row))));
  // a title can be a ref
  const titles = columns.map(({ title }) => clean(title));
  const measure = await measureFor([...titles, ...cells.flat()]);
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
  const header = shown.map((position) => {
    const room = widths[position] as number;
    const text = truncate(titles[position] ?? "", room, style.ellipsis, measure);
    return pad(text, room, columns[position]?.align ?? "left", measure);
  });
  const lines: Drawable[] = [style.dim(header.join(gap).trimEnd())];
  rows.forEach((row, at) => {
    const line = new LineOfCells();
    for (const position of shown) {
      const { paint, align } = columns[position] as TableColumn<Row>;
      const room = widths[position] as number;
      const text = truncate(cells[position]?.[at] ?? "", room, style.ellipsis, measure);
      const [before, after] = padding(text, room, align ?? "left", measure);
      const isPainted = style.isColored && paint !== undefined && text !== "";
      line.add(before, isPainted ? paint(text, row) : text, after);
    }
    lines.push(line.end());
  });
  return lines;
}

/** Puts cells side by side. Plain ones become one text, which is then cleaned in one go. */
class LineOfCells {
  readonly #pieces: Drawable[] = [];
  #plain: string | undefined;

  add(before: string, cell: Drawable, after: string): void {
    const plain = this.#plain === undefined ? before : this.#plain + gap + before;
    if (typeof cell === "string") this.#plain = plain + cell + after;
    else {
      this.#pieces.push(plain, cell);
      this.#plain = after;
    }
  }

  end(): Drawable {
    const plain = this.#plain?.trimEnd() ?? "";
    return this.#pieces.length === 0 ? plain : joined([...this.#pieces, plain]);
  }
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
