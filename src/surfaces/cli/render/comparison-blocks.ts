import { clean } from "../../../catalog/words/clean.ts";
import { cutRef } from "./cut-ref.ts";
import { type Drawable, type Drawn, drawn, joined, lineFeed } from "./drawn.ts";
import type { Style } from "./style.ts";
import { type Measure, measureFor, pad, truncate } from "./width.ts";
import { wrapped } from "./wrap.ts";

/** A line of a comparison, its cells in the order of the models. */
export interface ComparedCells {
  name: string;
  cells: readonly string[];
  best: readonly number[];
}

const gap = 2;
const leastColumn = 14;
const mostColumn = 28;
const leastName = 16;
// of the width, for the names of lines
const nameShare = 0.3;

/** Models side by side as many as fit a width, the others in blocks below; what is too long goes on in the next line. */
export async function comparisonBlocks(
  refs: readonly string[],
  given: readonly ComparedCells[],
  style: Style,
  width: number,
): Promise<Drawn[]> {
  const lines = given.map(({ name, cells, best }) => ({
    name: clean(name),
    cells: cells.map(clean),
    best,
  }));
  const titles = refs.map(clean);
  const texts = lines.flatMap(({ name, cells }) => [name, ...cells]);
  const measure = await measureFor([...texts, ...titles].join(""));
  const widestOf = (some: readonly string[]): number => Math.max(0, ...some.map(measure));
  const columns = titles.map((title, at) => {
    const cells = lines.map((line) => line.cells[at] ?? "");
    const least = widestOf(cells.flatMap((text) => text.split(" ")));
    return {
      at,
      title,
      least: Math.max(leastColumn, Math.min(mostColumn, least)),
      natural: Math.max(leastColumn, widestOf([title, ...cells])),
    };
  });
  const widestName = widestOf(lines.map(({ name }) => name));
  const others = columns.reduce((sum, { natural }) => sum + natural + gap, 0);
  const isRoomy = widestName + others <= width;
  const shortName = Math.min(widestName, Math.max(leastName, Math.floor(width * nameShare)));
  const nameWidth = isRoomy ? widestName : shortName;
  return blocksOf(columns, width - nameWidth).map((block) => {
    const room = share(block, width - nameWidth);
    const rows: Drawable[] = titleRows(block, room, style.ellipsis, measure).map((cells) =>
      style.dim(rowOf("", nameWidth, cells, room, measure)),
    );
    for (const { name, cells, best } of lines) {
      const parts = block.map(({ at }, one) =>
        wrapped(cells[at] ?? "", room[one] ?? leastColumn, measure),
      );
      const names = namesOf(name, nameWidth, measure);
      const height = Math.max(names.length, ...parts.map(({ length }) => length));
      for (let part = 0; part < height; part += 1) {
        const texts = parts.map((one) => one[part] ?? "");
        const last = texts.findLastIndex((text) => text !== "");
        const shown = texts.slice(0, last + 1).map((text, one) => {
          const isBest = best.includes(block[one]?.at ?? -1);
          const cell = one === last ? text : pad(text, room[one] ?? 0, "left", measure);
          return isBest && text !== "" ? style.green(cell) : cell;
        });
        const label = names[part] ?? "";
        const padded = last < 0 ? label : pad(label, nameWidth, "left", measure);
        rows.push(joined([padded, ...shown], between));
      }
    }
    return drawn`${joined(rows, lineFeed)}\n`;
  });
}

const between = drawn`  `;
// at the very beginning of a line a part of a name could pass for a line of ours
const goingOn = "  ";

function namesOf(name: string, width: number, measure: Measure): string[] {
  const [first = ""] = wrapped(name, width, measure);
  const rest = name.slice(first.length).trimStart();
  if (rest === "") return [first];
  const others = wrapped(rest, width - goingOn.length, measure);
  return [first, ...others.map((one) => `${goingOn}${one}`)];
}

interface Column {
  /** The model's place in the comparison. */
  at: number;
  title: string;
  least: number;
  natural: number;
}

function blocksOf(columns: readonly Column[], width: number): Column[][] {
  const blocks: Column[][] = [];
  let left = 0;
  for (const column of columns) {
    const block = blocks.at(-1);
    left -= column.least + gap;
    if (block !== undefined && left >= 0) block.push(column);
    else {
      blocks.push([column]);
      left = width - column.least - gap;
    }
  }
  return blocks;
}

/** What is left over goes to whoever needs it, in turn. */
function share(block: readonly Column[], width: number): number[] {
  const room = block.map(({ least }) => Math.min(least, Math.max(1, width - gap)));
  let spare = width - room.reduce((sum, one) => sum + one + gap, 0);
  while (spare > 0) {
    const needy = block.flatMap(({ natural }, at) => ((room[at] ?? 0) < natural ? [at] : []));
    if (needy.length === 0) break;
    for (const at of needy.slice(0, spare)) room[at] = (room[at] ?? 0) + 1;
    spare -= Math.min(spare, needy.length);
  }
  return room;
}

/** Refs, where one is too long the provider above the id. */
function titleRows(
  block: readonly Column[],
  room: readonly number[],
  ellipsis: string,
  measure: Measure,
): string[][] {
  const first: string[] = [];
  const second: string[] = [];
  block.forEach(({ title }, at) => {
    const width = room[at] ?? leastColumn;
    const idAt = title.indexOf("/") + 1;
    const isWhole = measure(title) <= width;
    first.push(isWhole ? title : truncate(title.slice(0, idAt), width, ellipsis, measure));
    second.push(isWhole ? "" : cutRef(title.slice(idAt), width, ellipsis, measure));
  });
  return second.some((text) => text !== "") ? [first, second] : [first];
}

function rowOf(
  name: string,
  nameWidth: number,
  cells: readonly string[],
  room: readonly number[],
  measure: Measure,
): string {
  const padded = cells.map((text, at) => pad(text, room[at] ?? 0, "left", measure));
  return [pad(name, nameWidth, "left", measure), ...padded].join("  ").trimEnd();
}
