import { isPlain } from "../../../catalog/words/clean.ts";

/** Columns a text takes on a terminal. */
export type Measure = (text: string) => number;

/**
 * A measure good for these texts, all in one. string-width takes longer to load than most commands run: only for what is
 * not ASCII.
 */
export async function measureFor(texts: string): Promise<Measure> {
  if (isPlain(texts)) return (text) => text.length;
  const { default: stringWidth } = await import("string-width");
  return (text) => (isPlain(text) ? text.length : stringWidth(text));
}

/** Cut to a width, the cut shown by an ellipsis of one column per character. */
export function truncate(text: string, width: number, ellipsis: string, measure: Measure): string {
  if (measure(text) <= width) return text;
  const room = width - ellipsis.length;
  if (room < 0) return ellipsis.slice(0, width);
  let kept = "";
  for (const character of text) {
    // measured together: two narrow signs can make one wide flag
    if (measure(kept + character) > room) break;
    kept += character;
  }
  return kept + ellipsis;
}

/** A text that fills a width. */
export function pad(
  text: string,
  width: number,
  align: "left" | "right",
  measure: Measure,
): string {
  const space = spaceBeside(text, width, measure);
  return align === "left" ? text + space : space + text;
}

/** What a text leaves of a width. */
export function spaceBeside(text: string, width: number, measure: Measure): string {
  return " ".repeat(Math.max(0, width - measure(text)));
}
