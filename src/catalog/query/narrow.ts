import type { PassingRows } from "./passing-rows.ts";

/** Leaves out the rows that fail. A loop of its own over a column: a call for each row takes five times as long. */
export type Narrow = (passing: PassingRows) => void;

type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** A flag per name, `shift` further on for columns that keep 0 for none. */
export function flagsOf(
  names: readonly string[],
  wanted: readonly string[],
  shift: number,
): Uint8Array {
  const flags = new Uint8Array(names.length + shift);
  for (const name of wanted) {
    const position = names.indexOf(name);
    if (position >= 0) flags[position + shift] = 1;
  }
  return flags;
}

/** Rows whose number is flagged, or is not. */
export function flagged(column: Numbers, flags: Uint8Array, expected: 0 | 1): Narrow {
  return (passing) => {
    const { rows, count } = passing;
    let kept = 0;
    for (let at = 0; at < count; at += 1) {
      const row = rows[at] as number;
      if (flags[column[row] as number] === expected) {
        rows[kept] = row;
        kept += 1;
      }
    }
    passing.count = kept;
  };
}

/** All of the bits, or none of them. */
export function bits(column: Numbers, mask: number, wanted: boolean): Narrow {
  const expected = wanted ? mask : 0;
  return (passing) => {
    const { rows, count } = passing;
    let kept = 0;
    for (let at = 0; at < count; at += 1) {
      const row = rows[at] as number;
      if (((column[row] as number) & mask) === expected) {
        rows[kept] = row;
        kept += 1;
      }
    }
    passing.count = kept;
  };
}

/** Unknown is 0 and below every bound. */
export function atLeast(column: Numbers, bound: number): Narrow {
  return between(column, Math.max(bound, 1), Number.POSITIVE_INFINITY);
}

/** Unknown is 0 and above every bound, too. */
export function atMost(column: Numbers, bound: number): Narrow {
  return between(column, 1, bound);
}

/** Both ends included. */
export function between(column: Numbers | Float64Array, least: number, most: number): Narrow {
  return (passing) => {
    const { rows, count } = passing;
    let kept = 0;
    for (let at = 0; at < count; at += 1) {
      const row = rows[at] as number;
      const value = column[row] as number;
      if (value >= least && value <= most) {
        rows[kept] = row;
        kept += 1;
      }
    }
    passing.count = kept;
  };
}
