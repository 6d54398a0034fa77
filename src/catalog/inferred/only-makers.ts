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
function isMakerSaid(
  models: readonly ModelRow[],
  { referenceRow, keys }: Identities,
  group: number,
): boolean {
  return makerNameOf(keys[group] as string, models[(referenceRow[group] as number) - 1]) !== null;
}

/**
 * By group that nobody says who made, the first row of the one seller that makes models, as `makers` has them: whoever
 * makes others makes what it sells under a name of its own, too. Of several it is the one that upstream calls a lab;
 * else nobody is.
 */
export function soldUnderOwnNames(
  models: readonly ModelRow[],
  facts: readonly ModelFacts[],
  identities: Identities,
  makers: ReadonlySet<string>,
): Map<number, number> {
  const labs = new Set(facts.map(({ id }) => id.slice(0, Math.max(0, id.indexOf("/")))));
  const found = new Map<number, number>();
  const several = new Set<number>();
  models.forEach(({ provider }, row) => {
    const of = identities.group[row] as number;
    if (!makers.has(provider)) return;
    const known = models[found.get(of) ?? -1]?.provider;
    if (known === undefined) {
      if (!isMakerSaid(models, identities, of)) found.set(of, row);
    } else if (known !== provider && labs.has(known) === labs.has(provider)) several.add(of);
    else if (labs.has(provider) && !labs.has(known)) {
      found.set(of, row);
      several.delete(of);
    }
  });
  for (const of of several) found.delete(of);
  return found;
}
