/**
 * How old something is by its stored time, in milliseconds. Undefined where that is no time, or one ahead of this clock:
 * then one of the two was wrong, and the stored one confirms nothing.
 */
export function ageOf(isoTime: string, now: number): number | undefined {
  const age = now - Date.parse(isoTime);
  return age >= 0 ? age : undefined;
}

/** Whether it is known to be younger than that. */
export function isYounger(isoTime: string, now: number, thanMs: number): boolean {
  const age = ageOf(isoTime, now);
  return age !== undefined && age < thanMs;
}

/** What was made anew from a body alone is dated 1970. */
export function isUndated(isoTime: string): boolean {
  return Date.parse(isoTime) === 0;
}
