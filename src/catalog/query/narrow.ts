import type { PassingRows } from "./passing-rows.ts";

/** Leaves out the rows that fail, in a loop over a column: a call for each row takes five times as long. */
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
  return (passing) => keep(passing, { kind: "flagged", column, flags, expected });
}

/** All of the bits, or none of them. */
export function bits(column: Numbers, mask: number, wanted: boolean): Narrow {
  return (passing) => keep(passing, { kind: "bits", column, mask, expected: wanted ? mask : 0 });
}

/** Unknown is 0 and below every bound. */
export function atLeast(column: Numbers, bound: number): Narrow {
  return between(column, Math.max(bound, 1), Number.POSITIVE_INFINITY);
}

/** Rows of a day or later, as `dateKey` has it; one of which the month alone is known may be of its last day. */
export function fromDay(column: Uint32Array, bound: number): Narrow {
  const month = bound - (bound % 100);
  return atLeast(
    column.map((day) => (day === month ? bound : day)),
    bound,
  );
}

/** Unknown is 0 and above every bound, too. */
export function atMost(column: Numbers, bound: number): Narrow {
  return between(column, 1, bound);
}

/** NaN is unknown, and stays. */
export function notAbove(column: Float64Array, most: number): Narrow {
  return (passing) => keep(passing, { kind: "not above", column, most });
}

/** NaN is unknown, and goes. */
export function known(column: Float64Array): Narrow {
  return between(column, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
}

/** Both ends included. */
function between(column: Numbers | Float64Array, least: number, most: number): Narrow {
  return (passing) => keep(passing, { kind: "between", column, least, most });
}

type Test =
  | { kind: "flagged"; column: Numbers; flags: Uint8Array; expected: number }
  | { kind: "bits"; column: Numbers; mask: number; expected: number }
  | { kind: "not above"; column: Float64Array; most: number }
  | { kind: "between"; column: Numbers | Float64Array; least: number; most: number };

/**
 * All loops in one function: V8 begins to optimise a short one after 5,000 rows, on a second thread, which takes longer
 * than the loop; a long one only where it pays.
 */
function keep(passing: PassingRows, test: Test): void {
  const { rows, count, isAll } = passing;
  let kept = 0;
  if (test.kind === "flagged") {
    const { column, flags, expected } = test;
    for (let at = 0; at < count; at += 1) {
      const row = isAll ? at : (rows[at] as number);
      if (flags[column[row] as number] !== expected) continue;
      rows[kept] = row;
      kept += 1;
    }
  } else if (test.kind === "bits") {
    const { column, mask, expected } = test;
    for (let at = 0; at < count; at += 1) {
      const row = isAll ? at : (rows[at] as number);
      if (((column[row] as number) & mask) !== expected) continue;
      rows[kept] = row;
      kept += 1;
    }
  } else if (test.kind === "not above") {
    const { column, most } = test;
    for (let at = 0; at < count; at += 1) {
      const row = isAll ? at : (rows[at] as number);
      if ((column[row] as number) > most) continue;
      rows[kept] = row;
      kept += 1;
    }
  } else {
    const { column, least, most } = test;
    for (let at = 0; at < count; at += 1) {
      const row = isAll ? at : (rows[at] as number);
      const value = column[row] as number;
      if (!(value >= least && value <= most)) continue;
      rows[kept] = row;
      kept += 1;
    }
  }
  passing.count = kept;
  passing.isAll = false;
}
