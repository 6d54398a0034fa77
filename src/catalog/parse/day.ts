import { readDate } from "../words/dates.ts";
import { readWrittenDate } from "../words/written-date.ts";
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
  // five thousand rows name a few hundred days
  if (typeof value === "string" && notebook.days.has(value)) return value;
  const text = typeof value === "string" ? value.trim() : value;
  // the beginning of all clocks is no date, but a way to say that nobody knows
  if (text === "" || text === 0 || text === "1970-01-01" || text === "1970-01") return null;
  const usual = typeof text === "string" ? readDate(text) : null;
  const date = usual ?? readWrittenDate(text);
  if (date === null) notebook.odd(path, "impossible date");
  else if (date < firstDate || (!isPlanned && notebook.moment.isTooFar(date)))
    notebook.odd(path, "beyond belief");
  else {
    if (usual === null) notebook.spelled(path, "a date in another form");
    else if (!isPlanned && date === value) notebook.days.add(date);
    return date;
  }
  return null;
}

// there was no language model to sell
const firstDate = "2015";
