import type { CatalogView } from "../view.ts";
import { type FilterInput, filterFields, filterNames, type ModelFilter } from "./filter-fields.ts";

/**
 * Turns names into the catalog's own.
 *
 * Throws `provider.not-found` and `usage.bad-value`, naming the nearest.
 */
export function resolveFilter(
  input: FilterInput,
  view: CatalogView,
  configuredProviders: () => string[],
): ModelFilter {
  const filter: ModelFilter = {};
  for (const name of filterNames) {
    const given = input[name];
    if (given === undefined) continue;
    const { resolve }: Resolvable = filterFields[name];
    const meant =
      resolve === undefined ? given : resolve(given, { name, view, input, configuredProviders });
    if (meant !== undefined) Object.assign(filter, { [name]: meant });
  }
  return filter;
}

/** A row of the table, whichever it is. */
interface Resolvable {
  resolve?(given: unknown, resolving: unknown): unknown;
}
