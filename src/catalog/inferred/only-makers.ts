import type { ModelFacts } from "../words/facts.ts";
import type { ModelRow } from "../words/model.ts";
import type { Identities } from "./identity/identities.ts";
import { makerNameOf } from "./maker-name.ts";

/**
 * Providers that sell only what nobody says another made: makers themselves, in a catalog without the source's own word
 * on who makes what (a company's mirror of a few providers, say).
 */
export function onlyMakers(
  models: readonly ModelRow[],
  facts: readonly ModelFacts[],
  identities: Identities,
): Set<string> {
  const providers = new Set<string>();
  if (facts.length > 0) return providers;
  for (const { provider } of models) providers.add(provider);
  models.forEach(({ provider }, row) => {
    if (isMakerSaid(models, identities, identities.group[row] as number))
      providers.delete(provider);
  });
  return providers;
}

/** Whether a maker's own row or the name of the group says who made it. */
export function isMakerSaid(
  models: readonly ModelRow[],
  { referenceRow, keys }: Identities,
  group: number,
): boolean {
  return makerNameOf(keys[group] as string, models[(referenceRow[group] as number) - 1]) !== null;
}
