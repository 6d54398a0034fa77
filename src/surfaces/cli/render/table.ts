import { cleanAll } from "../../../catalog/words/clean.ts";
import { hidden as hiddenWords } from "../../../catalog/words/hidden.ts";
import type { Values } from "../../../catalog/words/lost-values.ts";
import { cutRef } from "./cut-ref.ts";
import { distinctCells } from "./distinct-cells.ts";
import { type Drawable, type Drawn, drawn, joined, lineFeed } from "./drawn.ts";
import { type Fitted, fitColumns } from "./fit-columns.ts";
import type { Style } from "./style.ts";
import { type Measure, measureFor, pad, spaceBeside, truncate } from "./width.ts";

export interface TableColumn<Row> {
  title: string;
  /** The fields of a row it shows. One that shows a ref is cut in the middle. */
  shows?: Values;
  /** `more`: digits of a rounded number besides those it usually has. */
  value(row: Row, more?: number): string;
  /** The number that is shown rounded: cells that look the same and are not get more digits. */
  amount?(row: Row): number | null | undefined;
  /** The same where the question is about this column, and the usual digits do for any other. */
  amountIfAsked?(row: Row): number | null | undefined;
  align?: "left" | "right";
  /** Columns with the lowest go first where the table is too wide; those without never go. */
  importance?: number;
  /** The question is about it. */
  isAsked?: boolean;
  /** So many of its columns show what the question is about, where it is about a part of the value. */
  least?(row: Row): number;
  paint?(text: string, row: Row): Drawable;
}

const gap = "  ";

/** A table as a text. `width` undefined: as wide as it needs to be. */
export async function renderTable<Row>(
  ...table: Parameters<typeof tableLines<Row>>
): Promise<Drawn> {
  const lines = await tableLines(...table);
  return drawn`${joined(lines, lineFeed)}\n`;
}

/** A table line by line. The titles of columns that there is no room for are added to `hidden`. */
export async function tableLines<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  style: Style,
  width: number | undefined,
  hidden: string[] = [],
): Promise<Drawable[]> {
  // cleaned before anything is measured or cut
  const cells = columns.map((column) => cellsOf(rows, column));
  // a title can be a ref
  const titles = cleanAll(columns.map(({ title }) => title));
  const measure = await measureFor([titles, ...cells].map((texts) => texts.join("")).join(""));
  // a column nobody has anything in says nothing, unless it is the first
  const used = columns
    .map((_, position) => position)
    .filter(
      (position) =>
        rows.length === 0 || position === 0 || cells[position]?.some((text) => text !== ""),
    );
  const natural = used.map((position) =>
    widest([titles[position] ?? "", ...(cells[position] ?? [])], measure),
  );
  const widths =
    width === undefined
      ? natural
      : fitColumns(
          used.map((position, at) =>
            fitted(columns[position] as TableColumn<Row>, rows, natural[at], cells[position]),
          ),
          width,
          gap.length,
        );
  const shown = used.flatMap((position, at) => {
    const room = widths[at];
    if (room === undefined) hidden.push(titles[position] ?? "");
    if (room === undefined) return [];
    const column = columns[position] as TableColumn<Row>;
    const { align = "left" } = column;
    const paint = style.isColored ? column.paint : undefined;
    const isWhole = room >= (natural[at] ?? 0);
    const cut = isWhole ? undefined : isRef(column) ? cutRef : truncate;
    return [
      { room, align, paint, cut, title: titles[position] ?? "", texts: cells[position] ?? [] },
    ];
  });
  const header = shown.map(({ title, room, align }) =>
    pad(cutTitle(title, room, style.ellipsis, measure), room, align, measure),
  );
  const lines: Drawable[] = [style.dim(header.join(gap).trimEnd())];
  // by numbers: until V8 has optimised a loop it makes an object for each step of an iterator
  for (let at = 0; at < rows.length; at += 1) {
    const line = new LineOfCells();
    for (let position = 0; position < shown.length; position += 1) {
      const { room, align, paint, cut, texts } = shown[position] as (typeof shown)[number];
      const whole = texts[at] ?? "";
      const text = cut === undefined ? whole : cut(whole, room, style.ellipsis, measure);
      const space = spaceBeside(text, room, measure);
      const cell = paint !== undefined && text !== "" ? paint(text, rows[at] as Row) : text;
      if (align === "left") line.add("", cell, space);
      else line.add(space, cell, "");
    }
    lines.push(line.end());
  }
  return lines;
}

function cellsOf<Row>(
  rows: readonly Row[],
  { value, amount }: TableColumn<Row>,
): readonly string[] {
  const texts =
    amount === undefined ? rows.map((row) => value(row)) : distinctCells(rows, value, amount);
  // of a secret that is cut nothing tells any more that it is one
  return cleanAll(hiddenWords.in === undefined ? texts : texts.map(hiddenWords.in));
}

/** Of the path of a field its end says more. */
function cutTitle(title: string, width: number, ellipsis: string, measure: Measure): string {
  if (measure(title) <= width || !title.includes(".")) {
    return truncate(title, width, ellipsis, measure);
  }
  return truncate(
    `${ellipsis}${title.slice(title.lastIndexOf(".") + 1)}`,
    width,
    ellipsis,
    measure,
  );
}

function isRef<Row>({ shows }: TableColumn<Row>): boolean {
  return shows?.[0] === "ref";
}

/** A single word so short is cut for nothing, and of a date the day would go. */
const longestDate = 10;

function fitted<Row>(
  column: TableColumn<Row>,
  rows: readonly Row[],
  natural = 0,
  cells: readonly string[] = [],
): Fitted {
  const { importance, align, isAsked = false, least } = column;
  const isShort = natural <= longestDate && !cells.some((text) => text.includes(" "));
  return {
    natural,
    importance,
    cuts: isRef(column) ? "ref" : align === "right" || isShort ? "never" : "words",
    isAsked,
    least: isAsked && least !== undefined ? Math.max(0, ...rows.map((row) => least(row))) : 0,
  };
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
  return texts.reduce((width, text) => Math.max(width, measure(text)), 0);
}
