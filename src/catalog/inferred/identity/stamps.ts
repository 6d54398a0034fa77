/** A date within an id, as `2025-08-05`, `2025-08`, or `--03-24` where the year is left out. */
export interface Stamp {
  text: string;
  /** How many pieces it took. */
  length: number;
}

type Reader = (pieces: readonly string[], at: number) => Stamp | undefined;

const month = "(0[1-9]|1[0-2])";
const day = "(0[1-9]|[12]\\d|3[01])";

/** Every way upstream's providers write a date, the longest first. */
const readers: readonly Reader[] = [
  pieces3(/^(20[2-3]\d)$/, `^${month}$`, `^${day}$`, (y, m, d) => `${y}-${m}-${d}`), // 2024-08-06
  pieces2(`^${month}$`, "^(20[2-3]\\d)$", (m, y) => `${y}-${m}`), // 08-2024
  pieces2("^(20[2-3]\\d)$", `^${month}$`, (y, m) => `${y}-${m}`), // 2024-08
  pieces2(`^${month}$`, `^${day}$`, (m, d) => `--${m}-${d}`), // 05-20
  piece(new RegExp(`^(20[2-3]\\d)${month}${day}$`), (y, m, d) => `${y}-${m}-${d}`), // 20250805
  piece(new RegExp(`^(2[2-9])${month}${day}$`), (y, m, d) => `20${y}-${m}-${d}`), // 250615
  piece(new RegExp(`^(2[2-9])${month}$`), (y, m) => `20${y}-${m}`), // 2507
  piece(new RegExp(`^${month}${day}$`), (m, d) => `--${m}-${d}`), // 0324
];

export function takeStamp(pieces: readonly string[], at: number): Stamp | undefined {
  if (!/^\d{2,8}$/.test(pieces[at] ?? "")) return undefined;
  for (const read of readers) {
    const stamp = read(pieces, at);
    if (stamp !== undefined) return stamp;
  }
  return undefined;
}

/** How far a stamp and a release date may lie apart for the one to be the other's, in days. */
const slack = { day: 31, monthAndDay: 7, month: 40 } as const;

/** Whether a model released on `date` (`2025-08-05` or `2025-08`) may carry this stamp. */
export function stampFits(stamp: string, date: string): boolean {
  if (stamp.startsWith("--")) {
    const distance = Math.abs(dayNumber(`${date.slice(0, 4)}-${stamp.slice(2)}`) - dayNumber(date));
    return distance <= slack.monthAndDay;
  }
  return daysApart(stamp, date) <= (stamp.length > 7 ? slack.day : slack.month);
}

/** Days between two dates; a month counts as its middle. */
export function daysApart(a: string, b: string): number {
  return Math.abs(daysAfter(a, b));
}

/** How many days later the first is; negative where it is earlier. */
export function daysAfter(later: string, earlier: string): number {
  return dayNumber(later) - dayNumber(earlier);
}

// of some hundred dates, asked for by each row
const dayNumbers = new Map<string, number>();

/** Days since the year 0 by months of equal length: exact enough to tell near from far. */
function dayNumber(date: string): number {
  let days = dayNumbers.get(date);
  if (days === undefined) {
    const dayOfMonth = date.length > 7 ? Number(date.slice(8, 10)) : 15;
    days = Number(date.slice(0, 4)) * 365.25 + Number(date.slice(5, 7)) * 30.44 + dayOfMonth;
    dayNumbers.set(date, days);
  }
  return days;
}

function piece(pattern: RegExp, write: (...parts: string[]) => string): Reader {
  return (pieces, at) => {
    const match = pattern.exec(pieces[at] as string);
    return match === null ? undefined : { text: write(...match.slice(1)), length: 1 };
  };
}

function pieces2(first: string, second: string, write: (...parts: string[]) => string): Reader {
  const [one, two] = [new RegExp(first), new RegExp(second)];
  return (pieces, at) => {
    const a = one.exec(pieces[at] ?? "");
    const b = a === null ? null : two.exec(pieces[at + 1] ?? "");
    if (a === null || b === null) return undefined;
    return { text: write(a[1] as string, b[1] as string), length: 2 };
  };
}

function pieces3(
  first: RegExp,
  second: string,
  third: string,
  write: (...parts: string[]) => string,
): Reader {
  const [two, three] = [new RegExp(second), new RegExp(third)];
  return (pieces, at) => {
    const a = first.exec(pieces[at] ?? "");
    const b = a === null ? null : two.exec(pieces[at + 1] ?? "");
    const c = b === null ? null : three.exec(pieces[at + 2] ?? "");
    if (a === null || b === null || c === null) return undefined;
    return { text: write(a[1] as string, b[1] as string, c[1] as string), length: 3 };
  };
}
