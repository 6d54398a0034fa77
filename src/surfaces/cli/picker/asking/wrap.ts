import { widthOf } from "../width.ts";

/** Lines as wide as there is room: cut between words, and within one that is wider; `isExact`: anywhere. */
export function wrapped(text: string, columns: number, isExact = false): string[] {
  const room = Math.max(4, columns);
  const lines: string[] = [];
  let line = "";
  for (const word of isExact ? [text] : text.split(" ")) {
    const joined = line === "" ? word : `${line} ${word}`;
    if (widthOf(joined) <= room) {
      line = joined;
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    for (const character of word) {
      if (line !== "" && widthOf(line + character) > room) {
        lines.push(line);
        line = "";
      }
      line += character;
    }
  }
  return [...lines, line];
}
