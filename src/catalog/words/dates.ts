// models.dev writes days and months side by side: 2025-08-07, 2025-08
const dayOrMonth = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;

const firstYear = 2000;
const lastYear = 2199;

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * The date as written, or null where no calendar has it (`2025-25-11`, `2025-02-31`)
 * or where it is a placeholder from before there were language models (`1970-01-01`).
 */
export function readDate(value: string): string | null {
  const match = dayOrMonth.exec(value.trim());
  if (match === null) return null;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = match[3] === undefined ? 1 : Number(match[3]);
  if (year < firstYear || year > lastYear || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return match[0];
}

/** A number that sorts like the date; a month sorts as its first day, a year as its first month; 0 for unknown. */
export function dateKey(date: string | null): number {
  if (date === null) return 0;
  const day = date.length > 7 ? Number(date.slice(8, 10)) : 1;
  const month = date.length > 4 ? Number(date.slice(5, 7)) : 1;
  return Number(date.slice(0, 4)) * 10_000 + month * 100 + day;
}

/** The same, but that a month is told from its first day: its day is 0. */
export function periodKey(date: string | null): number {
  return date === null ? 0 : dateKey(date) - (date.length > 7 ? 0 : 1);
}

// beyond these a year has more than four digits, and texts no longer sort as times do
const firstMs = Date.UTC(-1, 12);
const lastMs = Date.UTC(10_000, 0) - 1;

/** Milliseconds since 1970 → `2026-11-23T03:00:00.000Z`; 1970 for what is no time. */
export function isoTime(ms: number): string {
  const known = Number.isNaN(ms) ? 0 : ms;
  const date = new Date(Math.min(lastMs, Math.max(firstMs, known)));
  // the first toISOString of a process takes as long as finding a model
  const days = [date.getUTCMonth() + 1, date.getUTCDate()].map((part) => `-${digits(part, 2)}`);
  const clock = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()];
  const time = clock.map((part) => digits(part, 2)).join(":");
  return `${digits(date.getUTCFullYear(), 4)}${days.join("")}T${time}.${digits(date.getUTCMilliseconds(), 3)}Z`;
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, "0");
}

/** Whether it is a time as `isoTime` writes it. */
export function isTime(value: unknown): value is string {
  if (typeof value !== "string") return false;
  const isWritten = value[4] === "-" && value[7] === "-" && value[10] === "T";
  return isWritten && !Number.isNaN(Date.parse(value));
}
