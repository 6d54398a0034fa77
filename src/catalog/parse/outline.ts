import { skipNested, skipSpace } from "./json-skip.ts";
import { decodeText } from "../words/utf8.ts";
import { isReserved, longestId } from "./values.ts";

/** Where the rows of a catalog begin and end in its bytes, in the order in which they stand there. */
export interface Outline {
  providers: { id: string; firstModel: number }[];
  /** Four numbers a model: where its id begins and ends, without the marks, and where its record does. */
  models: number[];
}

export const numbersPerModel = 4;

// parseCatalog refuses more
const mostModels = 600_000;

/**
 * Finds the rows of an `api.json` without reading them. Undefined where the bytes are no JSON, or where anything is
 * unusual enough that a row might be set aside, or a value be met twice: `parseCatalog` knows what to do then. What is
 * not undefined, that reads to as many providers and models as are here. The bytes have to be UTF-8.
 */
export function outlineOf(bytes: Uint8Array): Outline | undefined {
  const outline: Outline = { providers: [], models: [] };
  const { providers, models } = outline;
  const ids = new Set<string>();
  const end = eachMember(bytes, skipSpace(bytes, 0), (start, stop, value) => {
    const id = readId(bytes, start, stop);
    // catalog.json has its providers one level below
    if (id === undefined || id.includes("/") || ids.has(id) || id === "providers") return -1;
    ids.add(id);
    providers.push({ id, firstModel: models.length / numbersPerModel });
    return readProvider(bytes, value, models);
  });
  const count = models.length / numbersPerModel;
  return isEnd(bytes, end) && count > 0 && count <= mostModels ? outline : undefined;
}

/** Whether bytes, which are UTF-8, are a `models.json` of which no entry is set aside. */
export function areUsualFacts(bytes: Uint8Array): boolean {
  const end = eachMember(bytes, skipSpace(bytes, 0), (start, stop, value) => {
    const isUsual = readId(bytes, start, stop)?.includes("/") && bytes[value] === openBrace;
    return isUsual ? skipNested(bytes, value) : -1;
  });
  return isEnd(bytes, end);
}

function isEnd(bytes: Uint8Array, end: number): boolean {
  return end >= 0 && skipSpace(bytes, end) === bytes.length;
}

function readProvider(bytes: Uint8Array, from: number, models: number[]): number {
  let lists = 0;
  const end = eachMember(bytes, from, (start, stop, value) => {
    if (!isModels(bytes, start, stop)) return skipPlain(bytes, value);
    lists += 1;
    return readModels(bytes, value, models);
  });
  return lists === 1 ? end : -1;
}

function readModels(bytes: Uint8Array, from: number, models: number[]): number {
  // of ids: where two are the same, the ids may be
  const sums = new Set<number>();
  return eachMember(bytes, from, (start, stop, value) => {
    const sum = sumOfId(bytes, start, stop);
    if (sum < 0 || sums.has(sum) || bytes[value] !== openBrace) return -1;
    sums.add(sum);
    const end = skipNested(bytes, value);
    models.push(start, stop, value, end);
    return end;
  });
}

/**
 * The position behind an object whose names are plain, or -1. `member` is told where a name begins and ends and where
 * its value begins, and answers where that ends, or -1.
 */
function eachMember(
  bytes: Uint8Array,
  from: number,
  member: (start: number, stop: number, value: number) => number,
): number {
  if (bytes[from] !== openBrace) return -1;
  let at = skipSpace(bytes, from + 1);
  if (bytes[at] === closeBrace) return at + 1;
  for (;;) {
    if (bytes[at] !== quote) return -1;
    const start = at + 1;
    const stop = endOfPlainText(bytes, start);
    if (stop < 0) return -1;
    at = skipSpace(bytes, stop + 1);
    if (bytes[at] !== colon) return -1;
    at = member(start, stop, skipSpace(bytes, at + 1));
    if (at < 0) return -1;
    at = skipSpace(bytes, at);
    const byte = bytes[at];
    if (byte === closeBrace) return at + 1;
    if (byte !== comma) return -1;
    at = skipSpace(bytes, at + 1);
  }
}

/** What a provider has besides its models: texts and lists of them. */
function skipPlain(bytes: Uint8Array, from: number): number {
  if (bytes[from] !== quote) return isNested(bytes[from]) ? skipNested(bytes, from) : -1;
  const stop = endOfPlainText(bytes, from + 1);
  return stop < 0 ? -1 : stop + 1;
}

function isNested(byte: number | undefined): boolean {
  return byte === openBrace || byte === openBracket;
}

/** Where the closing mark of a text stands, or -1 where anything but letters of Unicode is in it. */
function endOfPlainText(bytes: Uint8Array, from: number): number {
  for (let at = from; ; at += 1) {
    const byte = bytes[at] as number;
    if (byte === quote) return at;
    // the end of the bytes, too
    if (!(byte >= space) || byte === backslash) return -1;
  }
}

function isModels(bytes: Uint8Array, start: number, stop: number): boolean {
  return stop - start === 6 && readId(bytes, start, stop) === "models";
}

/** An id; undefined where it is one for which something is set aside. */
function readId(bytes: Uint8Array, start: number, stop: number): string | undefined {
  return sumOfId(bytes, start, stop) < 0 ? undefined : textOf(bytes, start, stop);
}

/** A sum of 31 bits, or -1 where the id may be blank, or is reserved, or so long that its row is set aside. */
function sumOfId(bytes: Uint8Array, start: number, stop: number): number {
  const length = stop - start;
  if (length === 0 || length > longestId) return -1;
  let sum = 0;
  let isBlank = true;
  for (let at = start; at < stop; at += 1) {
    const byte = bytes[at] as number;
    // there are blanks beyond ASCII, too
    if (byte > space && byte <= tilde) isBlank = false;
    sum = (Math.imul(sum, 31) + byte) & 0x7f_ff_ff_ff;
  }
  const isLikeReserved = bytes[start] === underscore || lengths.has(length);
  if (isBlank || (isLikeReserved && isReserved(textOf(bytes, start, stop)))) return -1;
  return sum;
}

function textOf(bytes: Uint8Array, start: number, stop: number): string {
  return decodeText(bytes.subarray(start, stop));
}

const [space, quote, comma, colon] = [32, 34, 44, 58] as const;
const [openBracket, backslash, underscore, openBrace, closeBrace, tilde] = [
  91, 92, 95, 123, 125, 126,
] as const;
// of the reserved names that begin with a letter
const lengths = new Set([9, 11]);
