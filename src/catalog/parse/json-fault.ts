import { decodeText } from "../words/utf8.ts";
import { skipSpace } from "./json-skip.ts";
import { inList, State, Step, table } from "./json-states.ts";

/** Where bytes stop being JSON, and what stands there. */
export interface JsonFault {
  /** Both from 1 on; columns are counted in characters. */
  line: number;
  column: number;
  what: string;
  /** Whether nothing is wrong but that it ends. */
  isCut: boolean;
}

/** Why an object or a list in UTF-8 is no JSON; undefined where it is, or is neither. */
export function jsonFault(bytes: Uint8Array): JsonFault | undefined {
  const start = skipSpace(bytes, hasMark(bytes) ? mark.length : 0);
  if (bytes[start] !== openBrace && bytes[start] !== openBracket) return undefined;
  const { at, isOver } = firstWrong(bytes, start);
  const offset = isOver ? skipSpace(bytes, at) : at;
  const isCut = offset >= bytes.length;
  if (isOver && isCut) return undefined;
  const what = isCut
    ? "it ends in the middle"
    : isOver
      ? behind(bytes, offset)
      : wrongAt(bytes, offset);
  return { ...placeOf(bytes, offset), what, isCut };
}

/** `isOver`: the object or list ends before. */
function firstWrong(bytes: Uint8Array, start: number): { at: number; isOver: boolean } {
  const contexts = [bytes[start] === openBracket ? inList : 0];
  let state = (contexts[0] as number) + State.first;
  for (let at = start + 1; at < bytes.length; at += 1) {
    state = table[(state << 8) | (bytes[at] as number)] as number;
    if (state < Step.objectOpens) continue;
    if (state === Step.wrong) return { at, isOver: false };
    if (state <= Step.listOpens) {
      contexts.push(state === Step.listOpens ? inList : 0);
      state = (contexts.at(-1) as number) + State.first;
    } else {
      contexts.pop();
      const context = contexts.at(-1);
      if (context === undefined) return { at: at + 1, isOver: true };
      state = context + State.after;
    }
  }
  return { at: bytes.length, isOver: false };
}

const words: readonly [pattern: RegExp, what: string][] = [
  [/^(?:\/\/|\/\*|#)/, "a comment, which JSON has not"],
  [/^'/, "a single quotation mark, which JSON has not"],
  [/^\.\d/, "a number without a digit before its point"],
  [/^(?:-?(?:nan|infinity)|undefined|none)\b/i, "a value that JSON has not"],
  [/^(?:true|false|null)\b/i, "a word in capitals, which JSON has not"],
  [/^[a-z_$][\w$-]*\s*:/i, "a name without quotation marks"],
];

function wrongAt(bytes: Uint8Array, offset: number): string {
  const text = decodeText(bytes.subarray(offset, offset + 40));
  const byte = bytes[offset] as number;
  // of -Infinity the sign is right
  const known = words.find(([pattern]) => pattern.test(text))?.[1];
  const shown = JSON.stringify(/^[\w$+.-]+/.exec(text)?.[0] ?? Array.from(text)[0] ?? "");
  if (known !== undefined) return `${shown}: ${known}`;
  if (byte < 0x20) return "a line break or another control character within a text";
  if ((byte === closeBrace || byte === closeBracket) && lastBefore(bytes, offset) === comma) {
    return `a comma too many before ${shown}`;
  }
  return `${shown} cannot stand there`;
}

function behind(bytes: Uint8Array, offset: number): string {
  const isAnother = bytes[offset] === openBrace || bytes[offset] === openBracket;
  return isAnother
    ? "a second document behind the first, as in JSON Lines"
    : "something behind the end of the document";
}

function lastBefore(bytes: Uint8Array, offset: number): number | undefined {
  let at = offset - 1;
  while (spaces.has(bytes[at] ?? 0)) at -= 1;
  return bytes[at];
}

function placeOf(bytes: Uint8Array, offset: number): { line: number; column: number } {
  let line = 1;
  let start = hasMark(bytes) ? mark.length : 0;
  for (let at = start; at < offset; at += 1) {
    if (bytes[at] !== lineFeed) continue;
    line += 1;
    start = at + 1;
  }
  return { line, column: Array.from(decodeText(bytes.subarray(start, offset))).length + 1 };
}

function hasMark(bytes: Uint8Array): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

// of UTF-8
const mark = [0xef, 0xbb, 0xbf] as const;
const [lineFeed, comma, openBracket, closeBracket, openBrace, closeBrace] = [
  10, 44, 91, 93, 123, 125,
] as const;
const spaces = new Set([9, 10, 13, 32]);
