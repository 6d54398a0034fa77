const dayMs = 86_400_000;
const daysOf: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };

/** `30d`, `2w`, `today`, `yesterday` → that day, `2026-11-23`, counted in UTC; any other text as it is. */
export function absoluteDate(text: string, nowMs: number): string {
  const word = text.trim().toLowerCase();
  if (word === "today") return dayOf(nowMs);
  if (word === "yesterday") return dayOf(nowMs - dayMs);
  const [, count = "", unit = ""] =
    /^(\d{1,5}) ?([dwmy])(?:ays?|eeks?|onths?|ears?)?(?: ago)?$/.exec(word) ?? [];
  const days = Number(count) * (daysOf[unit] ?? 0);
  return days === 0 ? text : dayOf(nowMs - days * dayMs);
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
