import { consistsOf, digits } from "./characters.ts";
import { parseAmount, parseBytes, parseSize } from "./sizes.ts";

/** What a number is counted in: how far it goes, and how a person writes it. */
export interface Unit {
  /** In the help, between pointed brackets. */
  shown: string;
  /** What a program has to give, for a hint. */
  takes: string;
  /** As a person may write it. */
  example: string;
  least: number;
  most: number;
  isWhole: boolean;
  /** Undefined for what is no such number. */
  parse(text: string): number | undefined;
}

const whole = {
  takes: "a whole number, 0 or more",
  least: 0,
  most: Number.MAX_SAFE_INTEGER,
  isWhole: true,
};

export const units = {
  tokens: { ...whole, shown: "tokens", example: "200k", parse: parseSize },
  bytes: { ...whole, shown: "bytes", example: "50MB", parse: parseBytes },
  count: {
    ...whole,
    shown: "count",
    takes: "a whole number, 1 or more",
    example: "20",
    least: 1,
    parse: parseWhole,
  },
  rate: {
    shown: "count",
    takes: "a number above 0",
    example: "1000",
    least: Number.MIN_VALUE,
    most: Number.MAX_SAFE_INTEGER,
    isWhole: false,
    parse: parseAmount,
  },
  usd: {
    shown: "usd",
    takes: "an amount in USD, 0 or more",
    example: "2.50",
    least: 0,
    // more than all the money there is
    most: 1e15,
    isWhole: false,
    parse: parseUsd,
  },
  share: {
    shown: "share",
    takes: "a number from 0 to 1",
    example: "0.6",
    least: 0,
    most: 1,
    isWhole: false,
    parse: parseNumber,
  },
} satisfies Record<string, Unit>;

export type UnitName = keyof typeof units;

/** Whether a unit goes so far, and is cut so fine. */
export function isIn({ least, most, isWhole }: Unit, value: unknown): value is number {
  if (typeof value !== "number" || (isWhole && !Number.isSafeInteger(value))) return false;
  return value >= least && value <= most;
}

function parseWhole(text: string): number | undefined {
  const trimmed = text.trim();
  const isPower = /^\d+e\d+$/i.test(trimmed);
  return isPower || (trimmed !== "" && consistsOf(trimmed, digits)) ? Number(trimmed) : undefined;
}

/** `$` in front is forgiven. */
function parseUsd(text: string): number | undefined {
  const trimmed = text.trim();
  return parseNumber(trimmed.startsWith("$") ? trimmed.slice(1) : trimmed);
}

/** Decimal: nobody means 16 by `0x10`. */
function parseNumber(text: string): number | undefined {
  return /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : undefined;
}
