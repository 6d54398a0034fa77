import type { FilterName, ModelFilter } from "../../../catalog/query/filter-fields.ts";
import type { Facets } from "../picker/contract.ts";

/** Filters whose value a key of the picker can change. */
export const changeable = [
  "provider",
  "capability",
  "maxPrice",
  "free",
  "minContext",
  "status",
] as const satisfies readonly FilterName[];

/** What the flags ask for, as far as keys can change it. */
export function facetsOf(filter: ModelFilter): Facets {
  const { provider, capability, free, maxPrice, minContext, status } = filter;
  return {
    provider: provider ?? [],
    capability: capability ?? [],
    // with --free a ceiling has nothing left to do
    price: free === true ? "free" : maxPrice,
    minContext,
    status,
  };
}

/** The filter that facets mean, together with the flags that no key changes. */
export function filterOf(flags: ModelFilter, facets: Facets): ModelFilter {
  const { provider, capability, price, minContext, status } = facets;
  const filter = { ...flags };
  for (const key of changeable) delete filter[key];
  if (provider.length > 0) filter.provider = [...provider];
  if (capability.length > 0) filter.capability = [...capability];
  if (price === "free") filter.free = true;
  else if (price !== undefined) filter.maxPrice = price;
  if (minContext !== undefined) filter.minContext = minContext;
  if (status !== undefined) filter.status = [...status];
  return filter;
}
