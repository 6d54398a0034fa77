import { badValue, type Kind } from "../../operations/input-kinds.ts";

/** A moment: `2026-01-31T12:00:00Z`, a date, or milliseconds since 1970. */
export type Moment = string | number | Date;

/** Reads it as milliseconds since 1970. */
export const momentKind: Kind = {
  takes: "a moment like 2026-01-31T12:00:00Z, a date, or milliseconds since 1970",
  read: (value, field): number => {
    const ms = millisecondsOf(value);
    if (ms !== undefined) return ms;
    throw badValue(field, value, `it takes ${momentKind.takes}`);
  },
};

function millisecondsOf(value: unknown): number | undefined {
  const isPlain = typeof value === "string" || typeof value === "number";
  const ms = isPlain ? new Date(value).getTime() : timeOf(value);
  if (ms === undefined || Number.isNaN(ms)) return undefined;
  // a clock may stand between two milliseconds
  return typeof value === "number" ? value : ms;
}

/** Also of a date of another realm. */
function timeOf(value: unknown): number | undefined {
  try {
    return Date.prototype.getTime.call(value);
  } catch {
    return undefined;
  }
}
