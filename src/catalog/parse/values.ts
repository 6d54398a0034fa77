import { highestLimit, highestPrice, isUnlooked, lowestPrice } from "../words/bounds.ts";
import { parseSize } from "../words/sizes.ts";
import type { Notebook } from "./findings.ts";

export type WireRecord = Record<string, unknown>;

export function isRecord(value: unknown): value is WireRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// longer than any real id by far; a longer one is an attack on the terminal or a mistake
export const longestId = 512;

/** Reserved in JavaScript objects; a row of that name would poison whoever builds a plain object from it. */
const reservedNames = new Set(["__proto__", "constructor", "prototype"]);

export function isReserved(name: string): boolean {
  return reservedNames.has(name);
}

/** Trimmed text, or null where it is missing or blank. */
export function readText(value: unknown, path: string, notebook: Notebook): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== "string") {
    notebook.odd(path, "not text");
    return null;
  }
  const text = value.trim();
  return text === "" ? null : text;
}

const flagWords: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  ["true", true],
  ["yes", true],
  ["1", true],
  [1, true],
  ["false", false],
  ["no", false],
  ["0", false],
  [0, false],
]);

/** Also of an object that says so: `{"supported": true}`. */
export function readFlag(value: unknown, path: string, notebook: Notebook): boolean | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "boolean") return value;
  const said = isRecord(value) ? (value.supported ?? value.enabled) : value;
  const flag =
    typeof said === "boolean"
      ? said
      : flagWords.get(typeof said === "string" ? said.trim().toLowerCase() : said);
  if (flag === undefined) notebook.odd(path, "neither true nor false");
  else notebook.spelled(path, isRecord(value) ? "an object" : "another word for true or false");
  return flag ?? null;
}

const writtenPrice = /^\$?\s*(\d+(?:\.\d+)?|\.\d+)(e[+-]?\d{1,3})?$/i;

/** USD per 1,000,000 tokens. Zero stays zero; what is missing or cannot be a price is null. */
export function readPrice(value: unknown, path: string, notebook: Notebook): number | null {
  if (value === undefined || value === null) return null;
  // JSON can write -0
  if (value === 0) return 0;
  if (typeof value === "string") return readWrittenPrice(value.trim(), path, notebook);
  if (typeof value !== "number" || Number.isNaN(value)) notebook.odd(path, "not a number");
  else if (value < 0) notebook.odd(path, "negative");
  else if (value > highestPrice) notebook.odd(path, "beyond belief");
  else if (value < lowestPrice) notebook.odd(path, "next to nothing");
  else return value;
  return null;
}

/** `0.50`, `$2`. */
function readWrittenPrice(text: string, path: string, notebook: Notebook): number | null {
  if (text === "") return null;
  const [, digits, power = ""] = writtenPrice.exec(text) ?? [];
  const price = digits === undefined ? Number.NaN : Number(digits + power);
  const read = readPrice(price, path, notebook);
  if (read !== null) notebook.spelled(path, "a number as text");
  return read;
}

/** Tokens; 0 and sentinels are ways to say that nobody knows, and what is impossible is null as well. */
export function readLimit(value: unknown, path: string, notebook: Notebook): number | null {
  if (value === undefined || value === null || value === 0) return null;
  if (typeof value === "string") return readWrittenLimit(value.trim(), path, notebook);
  if (typeof value !== "number" || !Number.isFinite(value) || value < 0) {
    notebook.odd(path, "not a count of tokens");
    return null;
  }
  const tokens = Math.floor(value);
  if (isUnlooked(tokens)) return null;
  if (tokens > highestLimit) {
    notebook.odd(path, "beyond belief");
    return null;
  }
  return tokens === 0 ? null : tokens;
}

/** `128000`, `128,000`, `128k`. */
function readWrittenLimit(text: string, path: string, notebook: Notebook): number | null {
  if (text === "") return null;
  const read = readLimit(parseSize(text) ?? Number.NaN, path, notebook);
  if (read !== null) notebook.spelled(path, "a number as text");
  return read;
}

/** The texts of a list, in order, each once; one text is a list of it. */
export function readTexts(value: unknown, path: string, notebook: Notebook): string[] {
  if (value === undefined || value === null) return [];
  if (typeof value === "string" && value.trim() !== "") {
    notebook.spelled(path, "one text, not a list");
    return [value.trim()];
  }
  if (!Array.isArray(value)) {
    notebook.odd(path, "not a list");
    return [];
  }
  const texts: string[] = [];
  for (const entry of value) {
    // five thousand rows: the path is put together for odd values alone
    const text = typeof entry === "string" ? entry.trim() : readText(entry, `${path}[]`, notebook);
    if (text !== null && text !== "") texts.push(text);
  }
  return eachOnce(texts);
}

/** Few of these lists have more than three texts, and hardly any one of them twice. */
function eachOnce(texts: string[]): string[] {
  if (texts.length > 8) return [...new Set(texts)];
  for (let at = 1; at < texts.length; at += 1) {
    if (texts.indexOf(texts[at] as string) < at) return [...new Set(texts)];
  }
  return texts;
}
