import type { Identities } from "../inferred/identity/identities.ts";
import type { ModelFacts } from "../words/facts.ts";
import type { ModelInfo } from "../words/model.ts";
import { FactIndex } from "./fact-index.ts";
import { type LineWriter, numbersPerPlace, type Places, placeTexts, type SumOf } from "./lines.ts";

/** Where facts lie, in JSON; `null` where nothing is known. */
export interface FactPlaces {
  ofRows: readonly string[];
  ofGroups: readonly string[];
  /** Of each row's model, else of the row; of no length where nothing is known. */
  column(sumOf: SumOf): Places;
}

/** Writes the facts, and finds those of every row and of every group. */
export function placeFacts(
  facts: readonly ModelFacts[],
  models: readonly ModelInfo[],
  { keys, group }: Identities,
  lines: LineWriter,
): FactPlaces {
  const places = lines.addAll(facts);
  const texts = placeTexts(places);
  const index = new FactIndex(facts);
  const rows = models.map(({ ref, id }) => index.find(ref, id));
  const groups = keys.map((key) => index.find(key, key));
  const textOf = (position: number | undefined): string =>
    position === undefined ? "null" : (texts[position] as string);
  return {
    ofRows: rows.map(textOf),
    ofGroups: groups.map(textOf),
    column: (sumOf) => {
      // a sum of nothing proves that there is nothing
      const noSum = sumOf(new Uint8Array());
      const column = new Uint32Array(models.length * numbersPerPlace);
      for (let row = 0, at = 0; row < models.length; row += 1, at += numbersPerPlace) {
        const position = groups[group[row] as number] ?? rows[row];
        const from = (position ?? 0) * numbersPerPlace;
        column[at + 2] = noSum;
        if (position !== undefined) column.set(places.subarray(from, from + numbersPerPlace), at);
      }
      return column;
    },
  };
}
