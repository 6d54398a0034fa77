import { ownEntry } from "./own-entry.ts";

const sizePattern = /^(\d+(?:\.\d+)?)\s*([kmg]?)(?:tokens?)?$/i;
const factors: Readonly<Record<string, number>> = { "": 1, k: 1_000, m: 1_000_000, g: 1e9 };

/** `200k`, `1m`, `1.5M`, `200_000`, `200,000` → a count; undefined where it is none. */
export function parseSize(text: string): number | undefined {
  const match = sizePattern.exec(text.trim().replaceAll(/(?<=\d)[_,](?=\d)/g, ""));
  if (match === null) return undefined;
  return whole(Number(match[1]) * (ownEntry(factors, (match[2] ?? "").toLowerCase()) ?? 1));
}

const bytesPattern = /^(\d+(?:\.\d+)?)\s*(b|kb|mb|gb|kib|mib|gib)?$/i;
const byteFactors: Readonly<Record<string, number>> = {
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  kib: 1024,
  mib: 1024 ** 2,
  gib: 1024 ** 3,
};

/** `50MB`, `64MiB`, `1000000` → bytes. */
export function parseBytes(text: string): number | undefined {
  const match = bytesPattern.exec(text.trim());
  if (match === null) return undefined;
  return whole(Number(match[1]) * (ownEntry(byteFactors, (match[2] ?? "b").toLowerCase()) ?? 1));
}

const durationPattern = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)$/i;
const durationFactors: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** `24h`, `90m`, `10s`, `500ms`, `7d` and the bare `0` → milliseconds. */
export function parseDuration(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed === "0") return 0;
  const match = durationPattern.exec(trimmed);
  if (match === null) return undefined;
  return whole(Number(match[1]) * (ownEntry(durationFactors, (match[2] ?? "").toLowerCase()) ?? 1));
}

/** Undefined beyond what can be counted: 400 digits are infinite. */
function whole(size: number): number | undefined {
  return Number.isSafeInteger(Math.round(size)) ? Math.round(size) : undefined;
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
