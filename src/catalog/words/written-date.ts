import { isoTime, readDate } from "./dates.ts";

const months =
  "january february march april may june july august september october november december".split(
    " ",
  );

const yearFirst = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?:[T ]\d{1,2}:.*)?$/;
const packed = /^(\d{4})(\d{2})(\d{2})$/;
const dayMonthYear = /^(?:(\d{1,2})(?:\.|st|nd|rd|th)?[ -])?([a-z]{3,})\.?[ -](\d{4})$/i;
const monthDayYear = /^([a-z]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?, ?(\d{4})$/i;
const counted = /^\d{9,14}$/;
// of a count of seconds; from there on it is one of milliseconds
const mostSeconds = 1e11;

/**
 * A day or a month in another form than ours, in it: timestamps, other separators, days without a zero in front, names of
 * months. Null where it is none, and where nobody can tell the day from the month: `01/05/2026`.
 */
export function readWrittenDate(value: unknown): string | null {
  if (typeof value === "number")
    return packed.test(`${value}`) ? fromText(`${value}`) : fromTime(value);
  if (typeof value !== "string") return null;
  const text = value.trim();
  return counted.test(text) ? fromTime(Number(text)) : fromText(text);
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

/** `sep`, `Sept`, `September` → 9; 0 for any other word. */
function monthOf(name = ""): string {
  return `${months.findIndex((month) => month.startsWith(name.toLowerCase())) + 1}`;
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
