import { sizeInWords } from "../../../catalog/words/sizes.ts";

/** Float noise goes, digits that count stay: 0.49299999999999994 → 0.493. */
export function showNumber(value: number): string {
  const rounded = Number(value.toPrecision(10));
  return Math.abs(rounded) < 1e-6 && rounded !== 0 ? rounded.toExponential() : String(rounded);
}

/** USD per 1,000,000 tokens. */
export function showPrice(value: number | null | undefined, unknown: string): string {
  if (value === null || value === undefined) return unknown;
  if (value === 0) return "free";
  const text = showNumber(value);
  // 2.5 → 2.50: money has cents
  return `$${/\.\d$/.test(text) ? `${text}0` : text}`;
}

/** 128000 → 128k; the exact figure is in `info` and JSON, and here where `more` digits are asked for. */
export function showTokens(value: number | null, unknown: string, more = 0): string {
  if (value === null) return unknown;
  return more > 0 ? showCount(value) : sizeInWords(value);
}

/** 1048576 → 1,048,576. */
export function showCount(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+(?!\d))/g, ",");
}

export function showBytes(bytes: number): string {
  if (bytes >= 999.95e6) return `${(bytes / 1e9).toFixed(1)} GB`;
  if (bytes >= 999.5e3) return `${(bytes / 1e6).toFixed(1)} MB`;
  if (bytes >= 1e3) return `${(bytes / 1e3).toFixed(0)} kB`;
  return `${bytes} B`;
}

const units: [seconds: number, name: string][] = [
  [86_400, "day"],
  [3_600, "hour"],
  [60, "minute"],
  [1, "second"],
];

/** 93600 → 26 hours: whole units, the largest of which there are at least two. */
export function showAge(seconds: number): string {
  const [size, name] = units.find(([unit]) => seconds >= unit * 2) ?? [1, "second"];
  const count = Math.floor(seconds / size);
  return `${count} ${name}${count === 1 ? "" : "s"}`;
}
