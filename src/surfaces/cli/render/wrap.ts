import { clean } from "../../../catalog/words/clean.ts";
import { type Measure, measureFor } from "./width.ts";

/** A text cut between words into lines of a width; `undefined`: one line. A word that is wider is cut where the line ends. */
export async function wrap(text: string, width: number | undefined): Promise<string[]> {
  const whole = clean(text);
  return width === undefined ? [whole] : wrapped(whole, width, await measureFor(whole));
}

/** The same of a text that has been cleaned and can be measured. */
export function wrapped(whole: string, width: number, measure: Measure): string[] {
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
    for (const part of partsOf(word, width, measure)) {
      if (line !== "" && measure(line + part) > width) {
        lines.push(line);
        line = "";
      }
      line += part;
    }
  }
  return [...lines, line];
}

/** A word that is wider than a line: a ref is cut behind its slashes, if that is enough, anything else anywhere. */
function partsOf(word: string, width: number, measure: Measure): string[] {
  const parts = word.split(/(?<=\/)/);
  return parts.flatMap((part) => (measure(part) <= width ? [part] : Array.from(part)));
}
