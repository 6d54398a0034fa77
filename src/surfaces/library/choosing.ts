import type { Requests, Usage } from "../../catalog/cost/usage.ts";
import { findOffers as findOffersOf, type Offers } from "../../catalog/offers/find-offers.ts";
import { resolveModel } from "../../catalog/resolve-model.ts";
import type { CatalogView } from "../../catalog/view.ts";
import { checkUsage } from "../../operations/check-usage.ts";
import {
  type CompareModelsInput,
  type Comparison,
  compare,
} from "../../operations/compare-models/compare-models.ts";
import {
  type RecommendModelsInput,
  type Recommended,
  recommend,
} from "../../operations/recommend-models/recommend-models.ts";

/**
 * Everyone who sells the same underlying model, in a catalog opened with `client.open()`, cheapest first for a usage
 * in tokens per request; costs in USD. Nothing is left out, deprecated rows neither.
 *
 * @throws ModelForgeError `model.not-found`, `model.ambiguous`, `usage.bad-value`.
 */
export function findOffers(
  catalog: CatalogView,
  model: string,
  usage?: Usage,
  requests?: Requests,
): Offers {
  if (usage !== undefined) checkUsage(usage);
  return findOffersOf(catalog, resolveModel(catalog, model), usage, requests);
}

/**
 * Two to eight models of a catalog side by side, the best of each line marked. Prices in USD per 1,000,000 tokens,
 * sizes in tokens.
 *
 * @throws ModelForgeError `model.not-found`, `model.ambiguous`, `usage.missing-argument`, `usage.bad-value`.
 */
export function compareModels(
  catalog: CatalogView,
  models: string[],
  options: Omit<CompareModelsInput, "models"> = {},
): Comparison {
  return compare(catalog, { ...options, models });
}

/**
 * The models of a catalog that suit a use case best under constraints, each with the factors of its score. No
 * credentials are looked for: `configured` leaves out everything.
 *
 * @throws ModelForgeError `provider.not-found`, `usage.bad-value` for a name the catalog does not know.
 */
export function recommendModels(
  catalog: CatalogView,
  input: RecommendModelsInput = {},
): Omit<Recommended, "digest"> {
  if (input.usage !== undefined) checkUsage(input.usage);
  return recommend(catalog, input, () => []);
}
