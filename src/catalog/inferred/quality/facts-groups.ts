import type { ModelRow } from "../../words/model.ts";
import type { Identities } from "../identity/identities.ts";

/** The group of each of these ids: the one called so, else that of the row with this ref. Undefined for what nobody sells. */
export function groupsOfIds(
  ids: readonly string[],
  models: readonly ModelRow[],
  { group, keys }: Identities,
): (number | undefined)[] {
  const byName = new Map(keys.map((key, at) => [key, at]));
  const missing = ids.filter((id) => !byName.has(id));
  if (missing.length > 0) {
    const wanted = new Set(missing);
    // of thousands of refs only those of a few providers are looked at
    const providers = new Set(missing.map((id) => id.slice(0, id.indexOf("/"))));
    models.forEach(({ provider, ref }, row) => {
      if (providers.has(provider) && wanted.has(ref)) byName.set(ref, group[row] as number);
    });
  }
  return ids.map((id) => byName.get(id));
}
