import { encodeContainer, openContainer } from "./container.ts";
import type { SumOf } from "./lines.ts";
import type { Part, PreparedPart } from "./parts.ts";

/** Rows that have something in common, ascending, and what there is to say of them. */
export interface RowSet {
  rows: Uint32Array;
  about: unknown;
}

/** Sets of rows by name: a container with a column for each. */
export function encodeRowSets(sets: ReadonlyMap<string, RowSet>, sumOf: SumOf): PreparedPart {
  const all = [...sets];
  return encodeContainer(
    Object.fromEntries(all.map(([name, { about }]) => [name, about])),
    Object.fromEntries(all.map(([name, { rows }]) => [name, rows])),
    sumOf,
  );
}

/** A set, the reader's own; undefined where none has this name. */
export function readRowSet(part: Part, name: string): RowSet | undefined {
  const { meta, u32 } = openContainer<Record<string, unknown>>(part);
  return Object.hasOwn(meta, name) ? { rows: u32(name).slice(), about: meta[name] } : undefined;
}
