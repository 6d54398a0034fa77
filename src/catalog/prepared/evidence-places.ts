import type { Identities } from "../inferred/identity/identities.ts";
import type { evidences } from "../inferred/quality/evidence.ts";
import type { LineWriter } from "./line-writer.ts";
import { numbersPerPlace, type Places, type SumOf } from "./lines.ts";

/** Writes what figures rest on; gives the place of each row's model, of no length where it has no figure. */
export function placeEvidence(
  found: ReturnType<typeof evidences>,
  { group }: Identities,
  lines: LineWriter,
  sumOf: SumOf,
): Places {
  const all = [...found];
  const places = lines.addAll(all.map(([, evidence]) => evidence));
  const positions = new Map(all.map(([of], position) => [of, position]));
  // a sum of nothing proves that there is nothing
  const noSum = sumOf(new Uint8Array());
  const column = new Uint32Array(group.length * numbersPerPlace);
  for (let row = 0, at = 0; row < group.length; row += 1, at += numbersPerPlace) {
    const position = positions.get(group[row] as number);
    const from = (position ?? 0) * numbersPerPlace;
    column[at + 2] = noSum;
    if (position !== undefined) column.set(places.subarray(from, from + numbersPerPlace), at);
  }
  return column;
}
