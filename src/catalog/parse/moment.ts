import { dateKey, isoTime } from "../words/dates.ts";

// no clock is right that says less: this was written then
const leastDay = 2026_11_01;
const yearOfKeys = 1_00_00;

/** When a catalog is read, as far as dates depend on it. */
export class Moment {
  readonly #today: number;

  /** In milliseconds since 1970. */
  constructor(now: number) {
    this.#today = Math.max(leastDay, dateKey(isoTime(now).slice(0, "2026-11-01".length)));
  }

  isOver(date: string): boolean {
    return dateKey(date) <= this.#today;
  }

  /** Whether a date is one that somebody may know already. */
  isTooFar(date: string): boolean {
    return dateKey(date) > this.#today + yearOfKeys;
  }
}
