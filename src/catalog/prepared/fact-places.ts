import type { Identities } from "../inferred/identity/identities.ts";
import type { ModelFacts } from "../words/facts.ts";
import type { ModelInfo } from "../words/model.ts";
import { FactIndex } from "./fact-index.ts";
import { type LineWriter, placeTexts } from "./lines.ts";

/** Where facts lie, in JSON; `null` where nothing is known. */
export interface FactPlaces {
  ofRows: readonly string[];
  ofGroups: readonly string[];
}

/** Writes the facts, and finds those of every row and of every group. */
export function placeFacts(
  facts: readonly ModelFacts[],
  models: readonly ModelInfo[],
  { keys }: Identities,
  lines: LineWriter,
): FactPlaces {
  const texts = placeTexts(lines.addAll(facts));
  const index = new FactIndex(facts);
  const textOf = (position: number | undefined): string =>
    position === undefined ? "null" : (texts[position] as string);
  return {
    ofRows: models.map(({ ref, id }) => textOf(index.find(ref, id))),
    ofGroups: keys.map((key) => textOf(index.find(key, key))),
  };
}
