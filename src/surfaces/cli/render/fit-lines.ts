import { type Drawn, joined, lineFeed, recoloured } from "./drawn.ts";
import { type Measure, measureFor } from "./width.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours take no room
const colour = /\u001b\[[\d;]*m/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: a character with the colours before it, or what is left of them
const glyphs = /(?:\u001b\[[\d;]*m)*(?:[^\u001b]|$)/gsu;

/** Lines as wide as a terminal at most, for what has lines of any length; `undefined`: nobody looks, and it stays. */
export async function fitLines(text: Drawn, width: number | undefined): Promise<Drawn> {
  if (width === undefined) return text;
  return fitted(
    text,
    width,
    await measureFor(text.text.replaceAll(colour, "").replaceAll("\n", "")),
  );
}

/** The same at once: what is not ASCII is taken to be as wide as it may be. */
export function fitNotice(text: Drawn, width: number | undefined): Drawn {
  return width === undefined ? text : fitted(text, width, widest);
}

function fitted(text: Drawn, width: number, measure: Measure): Drawn {
  const lines = text.text.split("\n").flatMap((line) => fitLine(line, width, measure));
  return joined(lines.map(recoloured), lineFeed);
}

/** Columns a text may take at most. */
function widest(text: string): number {
  let columns = 0;
  for (const character of text) columns += character <= "~" || character === "…" ? 1 : 2;
  return columns;
}

/** Cut between words; what follows stands below the value of a field, or two columns further in than the line. */
function fitLine(line: string, width: number, measure: Measure): string[] {
  const plain = line.replaceAll(colour, "");
  if (measure(plain) <= width || plain.includes("\r")) return [line];
  const half = Math.floor(width / 2);
  const field = /^ *\S.*? {2,}(?=\S)/.exec(plain)?.[0] ?? "";
  const [before = ""] = /^ */.exec(plain) ?? [];
  const isField = field !== "" && measure(field) <= half;
  const space = " ".repeat(isField ? measure(field) : Math.min(before.length + 2, half));
  const lines: string[] = [];
  const all = line.match(glyphs) ?? [];
  const head = Array.from(isField ? field : before).length;
  let current = isField ? all.slice(0, head).join("") : before.slice(0, half);
  let isEmpty = true;
  const columnsOf = (text: string): number => measure(text.replaceAll(colour, ""));
  const end = (): void => {
    lines.push(current.trimEnd());
    current = space;
    isEmpty = true;
  };
  for (const word of wordsOf(all.slice(head))) {
    if (!isEmpty && columnsOf(`${current} ${word.join("")}`) > width) end();
    if (!isEmpty) current += " ";
    for (const glyph of word) {
      if (!isEmpty && columnsOf(current + glyph) > width) end();
      current += glyph;
      isEmpty = false;
    }
  }
  return [...lines, current];
}

/** With the colours between them at the end of the one before. */
function wordsOf(all: readonly string[]): string[][] {
  const words: string[][] = [[]];
  for (const glyph of all) {
    const isSpace = glyph.endsWith(" ");
    const rest = isSpace ? glyph.slice(0, -1) : glyph;
    if (rest !== "") words.at(-1)?.push(rest);
    if (isSpace && words.at(-1)?.length !== 0) words.push([]);
  }
  return words.filter(({ length }) => length > 0);
}
