import type { Identities } from "../inferred/identity/identities.ts";
import type { ModelFacts } from "../words/facts.ts";
import type { ModelRow } from "../words/model.ts";
import { FactIndex } from "./fact-index.ts";
import type { LineWriter } from "./line-writer.ts";
import { placeTexts } from "./lines.ts";

/**
 * Writes the facts. Gives by row where those of its model lie, in JSON; `null` where nothing is known: what the source
 * says of the row's own id, else of the model that it sells.
 */
export function placeFacts(
  facts: readonly ModelFacts[],
  models: readonly ModelRow[],
  { group, keys }: Identities,
  lines: LineWriter,
): string[] {
  const texts = placeTexts(lines.addAll(facts));
  const index = new FactIndex(facts);
  return models.map(({ ref, id }, row) => {
    const position = index.find(ref, id, () => keys[group[row] as number] as string);
    return position === undefined ? "null" : (texts[position] as string);
  });
}
