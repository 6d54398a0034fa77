import { isoTime, readDate } from "../words/dates.ts";
import type { Notebook } from "./findings.ts";

/**
 * A day or a month as models.dev writes it, or null where it is missing, impossible, or beyond belief. `isPlanned`: it may
 * be as far ahead as anybody plans.
 */
export function readDay(
  value: unknown,
  path: string,
  notebook: Notebook,
  isPlanned = false,
): string | null {
  if (value === undefined || value === null) return null;
  const text = typeof value === "string" ? value.trim() : value;
  // the beginning of all clocks is no date, but a way to say that nobody knows
  if (text === "" || text === 0 || text === "1970-01-01" || text === "1970-01") return null;
  const usual = typeof text === "string" ? readDate(text) : null;
  const date = usual ?? readUnusual(text);
  if (date === null) notebook.odd(path, "impossible date");
  else if (date < firstDate || (!isPlanned && notebook.moment.isTooFar(date)))
    notebook.odd(path, "beyond belief");
  else {
    if (usual === null) notebook.spelled(path, "a date in another form");
    return date;
  }
  return null;
}

// there was no language model to sell
const firstDate = "2015";

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

const yearFirst = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?:[T ]\d{1,2}:.*)?$/;
const packed = /^(\d{4})(\d{2})(\d{2})$/;
const dayMonthYear = /^(?:(\d{1,2})\.? )?([a-z]{3})[a-z]*\.? (\d{4})$/i;
const monthDayYear = /^([a-z]{3})[a-z]*\.? (\d{1,2}), ?(\d{4})$/i;
const counted = /^\d{9,14}$/;
// of a count of seconds; from there on it is one of milliseconds
const mostSeconds = 1e11;

/** Timestamps, other separators, days without a zero in front, names of months. */
function readUnusual(value: unknown): string | null {
  if (typeof value === "number")
    return packed.test(`${value}`) ? fromText(`${value}`) : fromTime(value);
  if (typeof value !== "string") return null;
  return counted.test(value) ? fromTime(Number(value)) : fromText(value);
}

function fromText(text: string): string | null {
  const first = yearFirst.exec(text);
  if (first !== null) return joined(first[1], first[3], first[4]);
  const digits = packed.exec(text);
  if (digits !== null) return joined(digits[1], digits[2], digits[3]);
  const named = dayMonthYear.exec(text);
  if (named !== null) return joined(named[3], monthOf(named[2]), named[1]);
  const american = monthDayYear.exec(text);
  return american && joined(american[3], monthOf(american[1]), american[2]);
}

function monthOf(name = ""): string {
  return `${months.indexOf(name.toLowerCase()) + 1}`;
}

function joined(year = "", month = "", day?: string): string | null {
  const parts = day === undefined ? [month] : [month, day];
  return readDate([year, ...parts.map((part) => part.padStart(2, "0"))].join("-"));
}

/** Seconds or milliseconds since 1970. */
function fromTime(time: number): string | null {
  if (!Number.isFinite(time) || time < 1e8) return null;
  return readDate(isoTime(time < mostSeconds ? time * 1_000 : time).slice(0, "2026-11-01".length));
}
