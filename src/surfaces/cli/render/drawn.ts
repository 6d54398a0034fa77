import { jsonText } from "../../../catalog/words/json-text.ts";
import { clean, cleanLines } from "../../../catalog/words/clean.ts";

/** Text that may be written. Only this file makes it, so nothing in it is from outside but what has been cleaned. */
class DrawnText {
  // private, so that nothing else has this type however it looks
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }
}

export type { DrawnText as Drawn };

/** What can be drawn: a string, which is cleaned then, or what has been drawn already. */
export type Drawable = DrawnText | string | number;

/** The words and escape sequences of the source are ours and stay; what is put in between is cleaned. */
export function drawn(ours: TemplateStringsArray, ...values: readonly Drawable[]): DrawnText {
  let text = ours[0] ?? "";
  for (let at = 0; at < values.length; at += 1) {
    text += textOf(values[at] as Drawable) + (ours[at + 1] ?? "");
  }
  return new DrawnText(text);
}

/** A text that has several lines of its own: help, a script. */
export function drawnLines(text: string): DrawnText {
  return new DrawnText(cleanLines(text));
}

export function joined(pieces: Iterable<Drawable>, between: DrawnText = nothing): DrawnText {
  let text = "";
  let isFirst = true;
  for (const piece of pieces) {
    text += isFirst ? textOf(piece) : between.text + textOf(piece);
    isFirst = false;
  }
  return new DrawnText(text);
}

/** A value as JSON, exact. */
export function drawnJson(value: unknown, indent?: number): DrawnText {
  return new DrawnText(jsonText(value, indent));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is looked for
const colours = /(\u001b\[[\d;]*m)/;

/** A line that others have put together of drawn pieces: colours stay, anything else is cleaned once more. */
export function recoloured(line: string): DrawnText {
  const pieces = line.split(colours);
  return new DrawnText(pieces.map((piece, at) => (at % 2 === 1 ? piece : clean(piece))).join(""));
}

function textOf(value: Drawable): string {
  if (value instanceof DrawnText) return value.text;
  return typeof value === "number" ? String(value) : clean(value);
}

const nothing = new DrawnText("");
export const lineFeed = drawn`\n`;
