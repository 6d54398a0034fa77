import type { Place, SumOf } from "./lines.ts";
import { type Part, type PreparedPart, readLine } from "./parts.ts";

/**
 * Texts in order, a line each: a JSON array, readable in runs of lines, and behind it a directory of the runs. The root
 * is the place of the directory.
 *
 *     [
 *     "anthropic/claude-sonnet-4-5",
 *     "openai/gpt-5"
 *     ]
 *     [["anthropic/claude-sonnet-4-5",2,47,2841093847]]
 */
export function encodeSortedTexts(texts: readonly string[], sumOf: SumOf): PreparedPart {
  const encoder = new TextEncoder();
  const lines = texts.map(
    (text, at) => `${JSON.stringify(text)}${at + 1 < texts.length ? "," : ""}\n`,
  );
  const text = `${opening}${lines.join("")}]\n`;
  const array = encoder.encode(text);
  // one by one only where a character takes more than a byte
  const isAscii = array.length === text.length;
  // as many bytes in a run as in the directory: whoever looks reads one of each
  const runBytes = Math.max(leastRun, Math.sqrt(array.length * entryBytes));
  const runs: Run[] = [];
  let start = opening.length;
  let end = start;
  let first = "";
  lines.forEach((line, at) => {
    if (end === start) first = texts[at] as string;
    end += isAscii ? line.length : encoder.encode(line).length;
    if (end - start < runBytes && at + 1 < lines.length) return;
    runs.push([first, start, end - start, sumOf(array.subarray(start, end))]);
    start = end;
  });
  const directory = encoder.encode(JSON.stringify(runs));
  const bytes = new Uint8Array(array.length + directory.length);
  bytes.set(array);
  bytes.set(directory, array.length);
  return { bytes, root: [array.length, directory.length, sumOf(directory)] };
}

/** The first text of a run, and where it lies. */
type Run = readonly [first: string, offset: number, length: number, sum: number];

const opening = "[\n";
const leastRun = 1024;
// of a run in the directory, about
const entryBytes = 50;

/** All of them. */
export function allTexts(part: Part): string[] {
  const [end = 0] = part.root;
  return JSON.parse(part.text(part.whole().subarray(0, end))) as string[];
}

/** The texts that begin with `prefix`. Of very many only those in the first `mostBytes`. */
export function textsStartingWith(part: Part, prefix: string, mostBytes = 256 * 1024): string[] {
  const runs = readLine<Run[]>(part, part.root as unknown as Place);
  const found: string[] = [];
  let at = Math.max(
    0,
    runs.findLastIndex(([first]) => first < prefix),
  );
  let bytes = 0;
  for (let run = runs[at]; run !== undefined && bytes < mostBytes; run = runs[at]) {
    const [, ...place] = run;
    for (const line of linesOf(part.text(part.read(place)))) {
      const text = parse(line);
      if (text.startsWith(prefix)) found.push(text);
      else if (text > prefix) return found;
    }
    bytes += place[1];
    at += 1;
  }
  return found;
}

function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}

function parse(line: string): string {
  return JSON.parse(line.endsWith(",") ? line.slice(0, -1) : line) as string;
}
