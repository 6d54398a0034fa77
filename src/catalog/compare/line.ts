export type LineValue = string | number | boolean | string[] | null;

/** What a line is measured in: how it is shown. */
export type LineUnit =
  | "usd-per-million"
  | "usd"
  | "tokens"
  | "score"
  | "date"
  | "yes-no"
  | "text"
  | "words";

/** One property of several models, a value for each of them in the order asked for. */
export interface ComparedLine {
  name: string;
  unit: LineUnit;
  /** `null`: not known, or not applicable. */
  values: LineValue[];
  /** Positions of the best values; empty where none is better than another. */
  best: number[];
  /** Of a cost that is not known to the end, at least so much; there where a model has such a cost. */
  atLeast?: (number | null)[];
}

type Better = "lower" | "higher" | "neither";

/** `mayBeBest` tells of positions that are compared with the others. */
export function line(
  name: string,
  unit: LineUnit,
  values: LineValue[],
  better: Better,
  mayBeBest: (position: number) => boolean = () => true,
): ComparedLine {
  const judged = values.map((value, position) => (mayBeBest(position) ? value : null));
  return { name, unit, values, best: better === "neither" ? [] : bestOf(judged, better) };
}

/** Unknown is never best, and where all known values are equal nothing is. */
function bestOf(values: readonly LineValue[], better: "lower" | "higher"): number[] {
  const ranked = values.map((value) => {
    if (typeof value === "boolean") return value ? 1 : 0;
    return typeof value === "number" || typeof value === "string" ? value : null;
  });
  const known = ranked.filter((value) => value !== null);
  const sorted = [...known].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const [lowest] = sorted;
  const highest = sorted.at(-1);
  if (known.length < 2 || lowest === highest) return [];
  const wanted = better === "lower" ? lowest : highest;
  return ranked.flatMap((value, position) => (value === wanted ? [position] : []));
}

/** Whether a line tells the models apart. */
export function differs({ values }: ComparedLine): boolean {
  const [first, ...others] = values.map((value) => JSON.stringify(value));
  return others.some((value) => value !== first);
}
