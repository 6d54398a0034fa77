// signs of our own are as narrow as ASCII
const plain = /^[\x20-\x7e–…≥]*$/;

/** Columns a text takes on a terminal. */
export type Measure = (text: string) => number;

/** A measure good for these texts. string-width takes longer to load than most commands run: only for what is not ASCII. */
export async function measureFor(texts: Iterable<string>): Promise<Measure> {
  for (const text of texts) {
    if (plain.test(text)) continue;
    const { default: stringWidth } = await import("string-width");
    return (one) => (plain.test(one) ? one.length : stringWidth(one));
  }
  return (text) => text.length;
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

export function pad(...how: Parameters<typeof padding>): string {
  const [before, after] = padding(...how);
  return before + how[0] + after;
}

/** The space before and after a text that is to fill a width. */
export function padding(
  text: string,
  width: number,
  align: "left" | "right",
  measure: Measure,
): [before: string, after: string] {
  const space = " ".repeat(Math.max(0, width - measure(text)));
  return align === "left" ? ["", space] : [space, ""];
}
