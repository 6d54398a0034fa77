import { readDate } from "../words/dates.ts";
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

export function readFlag(value: unknown, path: string, notebook: Notebook): boolean | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "boolean") return value;
  notebook.odd(path, "neither true nor false");
  return null;
}

// beyond these a price is a slip of whoever wrote it: real ones lie between 0.001 and 600; sums are exact to 1e-9
const lowestPrice = 1e-6;
const highestPrice = 100_000;

/** USD per 1,000,000 tokens. Zero stays zero; what is missing or cannot be a price is null. */
export function readPrice(value: unknown, path: string, notebook: Notebook): number | null {
  if (value === undefined || value === null) return null;
  // JSON can write -0
  if (value === 0) return 0;
  if (typeof value !== "number" || Number.isNaN(value)) notebook.odd(path, "not a number");
  else if (value < 0) notebook.odd(path, "negative");
  else if (value > highestPrice) notebook.odd(path, "beyond belief");
  else if (value < lowestPrice) notebook.odd(path, "next to nothing");
  else return value;
  return null;
}

// 99,999,999 and its longer relatives stand for "we did not look"
const sentinel = /^9{8,}$/;

/** Tokens; 0, sentinels and impossible values are null. */
export function readLimit(value: unknown, path: string, notebook: Notebook): number | null {
  if (value === undefined || value === null || value === 0) return null;
  if (typeof value !== "number" || !Number.isFinite(value) || value < 0) {
    notebook.odd(path, "not a count of tokens");
    return null;
  }
  const tokens = Math.floor(value);
  const isLarge = tokens >= 99_999_999;
  if (isLarge && (tokens > Number.MAX_SAFE_INTEGER || sentinel.test(String(tokens)))) {
    notebook.odd(path, "placeholder");
    return null;
  }
  return tokens === 0 ? null : tokens;
}

export function readDay(value: unknown, path: string, notebook: Notebook): string | null {
  const text = readText(value, path, notebook);
  if (text === null) return null;
  const date = readDate(text);
  if (date === null) notebook.odd(path, "impossible date");
  return date;
}

/** The texts of a list, in order, each once. */
export function readTexts(value: unknown, path: string, notebook: Notebook): string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    notebook.odd(path, "not a list");
    return [];
  }
  const texts = new Set<string>();
  for (const entry of value) {
    // five thousand rows: the path is put together for odd values alone
    const text = typeof entry === "string" ? entry.trim() : readText(entry, `${path}[]`, notebook);
    if (text !== null && text !== "") texts.add(text);
  }
  return [...texts];
}
