import { clean } from "../../../catalog/words/clean.ts";
import { measureFor } from "./width.ts";

/** A text cut between words into lines of a width; `undefined`: one line. A word that is wider is cut where the line ends. */
export async function wrap(text: string, width: number | undefined): Promise<string[]> {
  const whole = clean(text);
  if (width === undefined) return [whole];
  const measure = await measureFor([whole]);
  const lines: string[] = [];
  let line = "";
  for (const word of whole.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    for (const character of word) {
      if (measure(line + character) > width && line !== "") {
        lines.push(line);
        line = "";
      }
      line += character;
    }
  }
  return [...lines, line];
}
