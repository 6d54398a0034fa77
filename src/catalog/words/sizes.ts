import { countOf, digits } from "./characters.ts";
import { ownEntry } from "./own-entry.ts";

type Factors = Readonly<Record<string, number>>;

const factors: Factors = { "": 1, k: 1_000, m: 1_000_000, g: 1e9 };
const byteFactors: Factors = {
  "": 1,
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  kib: 1024,
  mib: 1024 ** 2,
  gib: 1024 ** 3,
};
const durationFactors: Factors = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** `200k`, `1m`, `1.5M`, `1e6`, `200_000`, `200,000` → a count; undefined where it is none, or not whole. */
export function parseSize(text: string): number | undefined {
  const amount = parseAmount(text);
  return Number.isSafeInteger(amount) ? amount : undefined;
}

/** The same of what may be cut: `0.5`. */
export function parseAmount(text: string): number | undefined {
  const isSeparated = text.includes("_") || text.includes(",");
  // a comma that separates no thousands may be a decimal one
  const joined = isSeparated ? text.replaceAll(/(?<=\d)(?:_(?=\d)|,(?=\d{3}(?!\d)))/g, "") : text;
  return exactly(joined, factors, ["token", "tokens"]);
}

/** `50MB`, `64MiB`, `1000000` → bytes. No file has a part of one, so that a limit of 107,374,182.4 is one of 107,374,182. */
export function parseBytes(text: string): number | undefined {
  return counted(Math.floor(exactly(text, byteFactors) ?? Number.NaN));
}

/** `24h`, `90m`, `10s`, `500ms`, `7d` and the bare `0` → milliseconds; what is younger than 1.5 is younger than 2. */
export function parseDuration(text: string): number | undefined {
  return text.trim() === "0" ? 0 : counted(Math.ceil(exactly(text, durationFactors) ?? Number.NaN));
}

/** Undefined beyond what can be counted: 400 digits are infinite. */
function counted(size: number): number | undefined {
  return Number.isSafeInteger(size) ? size : undefined;
}

/** A number, maybe some space, a unit in letters of any case, and maybe what is counted. */
function exactly(
  text: string,
  unitFactors: Factors,
  things: readonly string[] = [],
): number | undefined {
  const trimmed = text.trim();
  const end = endOfNumber(trimmed);
  const unit = trimmed.slice(end).trimStart().toLowerCase();
  const thing = things.find((one) => unit.endsWith(one)) ?? "";
  const factor = ownEntry(unitFactors, unit.slice(0, unit.length - thing.length));
  if (end === 0 || factor === undefined) return undefined;
  return product(trimmed.slice(0, end), factor);
}

// more than any count has, and few enough to be multiplied in no time
const mostDigits = 400;

/** Exact where it is whole; undefined where it is not, and a float could only say that it is. */
function product(number: string, factor: number): number | undefined {
  const size = Number(number) * factor;
  const [mantissa = "", power = "0"] = number.toLowerCase().split("e");
  const [whole = "", decimals = ""] = mantissa.split(".");
  if (decimals === "" || !Number.isFinite(size)) return size;
  // 0.0e999999999 is 0, and no power of ten to be worked out
  if (/^0*$/.test(whole + decimals)) return 0;
  if (whole.length + decimals.length > mostDigits) return undefined;
  // 1.001k is 1001, though its float is out by a little
  const shift = decimals.length - Number(power);
  const all = BigInt(whole + decimals) * BigInt(factor);
  const one = 10n ** BigInt(Math.abs(shift));
  if (shift <= 0) return Number(all * one);
  if (all % one === 0n) return Number(all / one);
  return Number.isInteger(size) ? undefined : size;
}

/** `12`, `1.5`, `1e6`: 0 where a text begins with neither. */
function endOfNumber(text: string): number {
  const end = countOf(text, 0, digits);
  const decimals = end > 0 && text[end] === "." ? countOf(text, end + 1, digits) : 0;
  const plain = decimals > 0 ? end + 1 + decimals : end;
  const isPower = plain > 0 && /^e\d/i.test(text.slice(plain, plain + 2));
  return isPower ? plain + 1 + countOf(text, plain + 1, digits) : plain;
}

/** 128000 → 128k, 1048576 → 1.05M. */
export function sizeInWords(value: number): string {
  if (value >= 999_500) return `${trim((value / 1e6).toFixed(2))}M`;
  if (value >= 1_000) return `${trim((value / 1e3).toFixed(value < 9_950 ? 1 : 0))}k`;
  return String(value);
}

function trim(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
