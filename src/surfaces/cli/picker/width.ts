import stringWidth from "string-width";

// what nearly every text is made of; string-width takes 20 ms to look at the first other sign
const narrow = /^[\x20-\x7e–…]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours take no room
const colours = /\u001b\[[\d;]*m/g;

/** Columns a text takes; colours in it take none. */
export function widthOf(text: string): number {
  const bare = text.includes("\u001b") ? text.replaceAll(colours, "") : text;
  return narrow.test(bare) ? bare.length : stringWidth(bare);
}

/** Exactly so wide: padded, or cut with a sign that says so. */
export function fit(
  text: string,
  width: number,
  align: "left" | "right",
  ellipsis: string,
): string {
  const room = width - widthOf(text);
  if (room >= 0) return align === "left" ? text + " ".repeat(room) : " ".repeat(room) + text;
  let kept = "";
  for (const character of text) {
    // measured together: two narrow signs can make one wide flag
    if (widthOf(kept + character) > width - ellipsis.length) break;
    kept += character;
  }
  const cut = kept + ellipsis;
  return cut + " ".repeat(Math.max(0, width - widthOf(cut)));
}
