import { daysAfter } from "../identity/stamps.ts";

// a listed date this much before the one in the id is that of an older model under the same alias
const mostDaysBefore = 60;
// others list when they began to sell it, which is seldom a quarter later for most of them
const mostDaysLater = 100;
const contradicting = 0.4;

// the middle of what a catalog of 2026 sells
const origin = "2025-07-01";

interface Dated {
  releaseDate: string | null;
}

/**
 * When a model came out: as its maker lists it, else as most of `rows` do. `stamp` is the date within its id,
 * `2025-12` or `2025-12-01`; what is listed long before that is wrong.
 */
export function releaseOf(
  makers: string | null,
  rows: readonly Dated[],
  stamp: string | null,
): string | null {
  const listed = isPlausible(makers) ? corrected(makers, rows) : mostListed(datesOf(rows));
  if (stamp === null || stamp.startsWith("--")) return listed;
  if (listed === null) return stamp;
  return daysAfter(stamp, listed) > mostDaysBefore ? stamp : listed;
}

// upstream writes the first of a year where nobody knew the day: sonar 2024-01-01
function isPlausible(date: string | null): date is string {
  return date !== null && !date.endsWith("-01-01");
}

function datesOf(rows: readonly Dated[]): string[] {
  const dates: string[] = [];
  for (const { releaseDate } of rows) if (isPlausible(releaseDate)) dates.push(releaseDate);
  return dates;
}

/** The maker's own date, unless two fifths of all list one that is months later: nemotron-3-nano as of 2024-12. */
function corrected(makers: string, rows: readonly Dated[]): string {
  let later = 0;
  for (const { releaseDate } of rows) {
    // most list the same: texts compare in a fraction of the time
    if (releaseDate === null || releaseDate <= makers) continue;
    if (daysAfter(releaseDate, makers) > mostDaysLater) later += 1;
  }
  if (later < 2 || later < rows.length * contradicting) return makers;
  const dates = datesOf(rows).sort();
  return dates[Math.floor(dates.length / 2)] ?? makers;
}

/** The date most write; of several the earliest: others write when they began to sell it. */
function mostListed(dates: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const date of dates) counts.set(date, (counts.get(date) ?? 0) + 1);
  let best: string | null = null;
  for (const [date, count] of counts) {
    const known = best === null ? 0 : (counts.get(best) as number);
    if (count > known || (count === known && date < (best as string))) best = date;
  }
  return best;
}

/** Years after 2025-07-01, negative before it. */
export function yearsAfterOrigin(date: string): number {
  return daysAfter(date, origin) / 365.25;
}
