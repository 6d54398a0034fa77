const dayMs = 86_400_000;
const daysOf: ReadonlyMap<string, number> = new Map([
  ["d", 1],
  ["w", 7],
  ["m", 30],
  ["y", 365],
]);

/** `30d`, `2w`, `today`, `yesterday` → that day, `2026-11-23`, counted in UTC; any other text as it is. */
export function absoluteDate(text: string, nowMs: number): string {
  const word = text.trim().toLowerCase();
  if (word === "today") return dayOf(nowMs);
  if (word === "yesterday") return dayOf(nowMs - dayMs);
  const [, count = "", unit = ""] =
    /^(\d{1,5}) ?([dwmy])(?:ays?|eeks?|onths?|ears?)?(?: ago)?$/.exec(word) ?? [];
  const days = Number(count) * (daysOf.get(unit) ?? 0);
  const day = dayOf(nowMs - days * dayMs);
  // before the year 0 there is no date as people write them
  return days === 0 || day.startsWith("-") ? text : day;
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
