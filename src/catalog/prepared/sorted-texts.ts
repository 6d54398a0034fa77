import { decodeText } from "./lines.ts";
import type { Part } from "./parts.ts";

/**
 * Texts in order, a line each: a JSON array as a whole, and searchable by halves without reading it whole.
 *
 *     [
 *     "anthropic/claude-sonnet-4-5",
 *     "openai/gpt-5"
 *     ]
 */
export function encodeSortedTexts(texts: readonly string[]): Uint8Array {
  const lines = texts.map((text) => JSON.stringify(text)).join(",\n");
  return new TextEncoder().encode(`${opening}${lines}\n]`);
}

const opening = "[\n";
// a block of a generation on disk: reading less of it saves nothing
const blockBytes = 1024;
const lineFeed = 0x0a;

/** The texts that begin with `prefix`, found by halves. Of very many only the first `mostBytes`. */
export function textsStartingWith(part: Part, prefix: string, mostBytes = 256 * 1024): string[] {
  const found: string[] = [];
  const end = part.size - 1;
  let from = findBlock(part, prefix, end);
  const limit = Math.min(end, from + mostBytes);
  for (let length = blockBytes; from < limit; length *= 2) {
    const bytes = part.read(from, Math.min(length, limit - from));
    const wholeBytes = bytes.lastIndexOf(lineFeed) + 1;
    for (const line of linesOf(bytes.subarray(0, wholeBytes))) {
      const text = parse(line);
      if (text.startsWith(prefix)) found.push(text);
      else if (text > prefix) return found;
    }
    // a line longer than what was read is read again, with more of it
    from += wholeBytes;
    if (bytes.length === limit - from + wholeBytes) break;
  }
  return found;
}

/** The beginning of a line that no wanted text stands before, at most a block or so too early. */
function findBlock(part: Part, prefix: string, end: number): number {
  let low = opening.length;
  let high = end;
  while (high - low > blockBytes) {
    const middle = (low + high) >> 1;
    const aligned = middle - (middle % blockBytes);
    const line = lineAfter(part, aligned > low ? aligned : middle, high);
    if (line === undefined) break;
    if (parse(line.text) < prefix) low = line.end;
    else high = line.start;
  }
  return low;
}

/** The first whole line after a place; undefined where it would not end before `limit`. */
function lineAfter(part: Part, from: number, limit: number) {
  for (let length = blockBytes / 4; ; length *= 4) {
    const bytes = part.read(from, Math.min(length, limit - from));
    const first = bytes.indexOf(lineFeed);
    const second = first < 0 ? -1 : bytes.indexOf(lineFeed, first + 1);
    if (second >= 0) {
      const text = decodeText(bytes.subarray(first + 1, second));
      return { text, start: from + first + 1, end: from + second + 1 };
    }
    if (bytes.length === limit - from) return undefined;
  }
}

function linesOf(bytes: Uint8Array): string[] {
  return decodeText(bytes)
    .split("\n")
    .filter((line) => line !== "");
}

function parse(line: string): string {
  return JSON.parse(line.endsWith(",") ? line.slice(0, -1) : line) as string;
}
