import { listFor, type Piece } from "../../catalog/prepared/json-list.ts";
import type { Place } from "../../catalog/prepared/lines.ts";

/** Reading so many bytes more takes no longer than asking the system once more. */
const nearBytes = 4096;

/** Lines that lie near each other, in order: those from one position of a list up to another. */
type Run = readonly [from: number, to: number];

/** Fills bytes with what lies at an offset. */
type Fill = (offset: number, bytes: Uint8Array) => void;

/** A JSON list of lines, and where each of them is in it. */
export function readList(
  places: readonly Place[],
  fill: Fill,
): { bytes: Uint8Array; pieces: readonly Piece[] } {
  const { bytes, pieces } = listFor(places);
  const slot = (at: number): Uint8Array => bytes.subarray(...(pieces[at] as Piece));
  for (const [from, to] of runsOf(places)) {
    const [offset] = places[from] as Place;
    if (to - from === 1) fill(offset, slot(from));
    else {
      const run = new Uint8Array(endOf(places[to - 1] as Place) - offset);
      fill(offset, run);
      for (let at = from; at < to; at += 1) {
        const [start, length] = places[at] as Place;
        slot(at).set(run.subarray(start - offset, start - offset + length));
      }
    }
  }
  return { bytes, pieces };
}

function runsOf(places: readonly Place[]): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < places.length; ) {
    let to = from + 1;
    while (to < places.length && isNear(places[to - 1] as Place, places[to] as Place)) to += 1;
    runs.push([from, to]);
    from = to;
  }
  return runs;
}

function isNear(before: Place, [offset]: Place): boolean {
  const gap = offset - endOf(before);
  return gap >= 0 && gap <= nearBytes;
}

function endOf([offset, length]: Place): number {
  return offset + length;
}
