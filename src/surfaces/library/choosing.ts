import { type Cost, estimateCost as estimateCostOf } from "../../catalog/cost/estimate-cost.ts";
import type { Requests, Usage } from "../../catalog/cost/usage.ts";
import { findOffers as findOffersOf, type Offers } from "../../catalog/offers/find-offers.ts";
import { resolveModel } from "../../catalog/search/resolve-model.ts";
import type { CatalogView } from "../../catalog/view.ts";
import { type Comparison, compare } from "../../operations/compare-models/compare-models.ts";
import type { CompareModelsInput } from "../../operations/compare-models/input.ts";
import { text } from "../../operations/input-kinds.ts";
import { inputOf } from "../../operations/read-input.ts";
import type { RecommendModelsInput } from "../../operations/recommend-models/input.ts";
import { type Recommended, recommend } from "../../operations/recommend-models/recommend-models.ts";
import { inputs, requests as requestsKind, usage as usageKind } from "./inputs.ts";
import { type OpenCatalog, openCatalog } from "./open-catalog.ts";
import { own } from "./own.ts";
import { isSound, type PricedModel, pricedModel } from "./priced-model.ts";

const catalogInput = inputOf<{ catalog: CatalogView }>(
  { catalog: openCatalog },
  ["catalog"],
  ["catalog"],
);
const offersInput = inputOf<{
  catalog: CatalogView;
  model: string;
  usage?: Usage;
  requests?: Requests;
}>(
  { catalog: openCatalog, model: text, usage: usageKind, requests: requestsKind },
  ["catalog", "model", "usage", "requests"],
  ["catalog", "model"],
);
const costInput = inputOf<{
  model: PricedModel;
  usage: Usage;
  requests?: Requests;
}>(
  { model: pricedModel, usage: usageKind, requests: requestsKind },
  ["model", "usage", "requests"],
  ["model", "usage"],
);

/**
 * Everyone who sells the same underlying model, in a catalog opened with `client.open()`, cheapest first for a usage
 * in tokens per request; costs in USD. What does not stand for its model (`marks`) or cannot take the usage is last.
 * Nothing is left out, deprecated rows neither.
 *
 * @throws ModelForgeError `model.not-found`, `model.ambiguous`, `usage.bad-value`.
 */
export function findOffers(
  catalog: OpenCatalog,
  model: string,
  usage?: Usage,
  requests?: Requests,
): Offers {
  const input = offersInput.read(undefined, catalog, model, usage, requests);
  const { entry } = resolveModel(input.catalog, { name: input.model, anySeller: true });
  return own(findOffersOf(input.catalog, entry, input.usage, input.requests));
}

/**
 * Two to eight models of a catalog side by side, the best of each line marked. Prices in USD per 1,000,000 tokens,
 * sizes in tokens.
 *
 * @throws ModelForgeError `model.not-found`, `model.ambiguous`, `usage.missing-argument`, `usage.bad-value`.
 */
export function compareModels(
  catalog: OpenCatalog,
  models: string[],
  options: Omit<CompareModelsInput, "models"> = {},
): Comparison {
  const view = catalogInput.read(undefined, catalog).catalog;
  return own(compare(view, inputs.compareModels.read(options, models)));
}

/**
 * The models of a catalog that suit a use case best under constraints, each with its reasons; costs in USD. No
 * credentials are looked for: `configured` leaves out everything.
 *
 * @throws ModelForgeError `provider.not-found`, `usage.bad-value` for a name the catalog does not know.
 */
export function recommendModels(
  catalog: OpenCatalog,
  input: RecommendModelsInput = {},
): Omit<Recommended, "digest"> {
  const view = catalogInput.read(undefined, catalog).catalog;
  return own(recommend(view, inputs.recommendModels.read(input), () => []));
}

function canBeCosted(model: PricedModel, usage: Usage): boolean {
  try {
    return isSound(model, usage);
  } catch {
    // null, or a getter of the program's: reading it says what is wrong
    return false;
  }
}

/**
 * What a usage in tokens per request costs at a model's list prices, in USD; source of the prices: models.dev.
 * `complete` is false where a price that is needed is not listed: the sum is then a lower bound.
 *
 * @throws ModelForgeError `usage.bad-value`.
 */
export function estimateCost(model: PricedModel, usage: Usage, requests?: Requests): Cost {
  if (requests === undefined && canBeCosted(model, usage)) return estimateCostOf(model, usage);
  const input = costInput.read(undefined, model, usage, requests);
  return estimateCostOf(input.model, input.usage, input.requests);
}
