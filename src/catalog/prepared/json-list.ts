import type { Place } from "./lines.ts";

/** Where a line begins and ends in the bytes of a list. */
export type Piece = readonly [start: number, end: number];

const [space, comma, opening, closing] = [32, 44, 91, 93];
// sums are of words of four bytes
const wordBytes = 4;

/** The bytes of a JSON list of lines that lie in these places, at least one, with room for the lines themselves. */
export function listFor(places: readonly Place[]): { bytes: Uint8Array; pieces: Piece[] } {
  let end = 1;
  const pieces = places.map(([, length]): Piece => {
    const start = Math.ceil(end / wordBytes) * wordBytes;
    // behind each line a comma, or the end
    end = start + length + 1;
    return [start, start + length];
  });
  const bytes = new Uint8Array(end).fill(space);
  bytes[0] = opening;
  for (const [, behind] of pieces) bytes[behind] = comma;
  bytes[bytes.length - 1] = closing;
  return { bytes, pieces };
}
