import { Configurator } from "./surfaces/library/auto-configurator.ts";
import { CatalogCache } from "./surfaces/library/cache.ts";
import { CatalogClient } from "./surfaces/library/client.ts";
import type { ClientOptions } from "./surfaces/library/options.ts";
import { createSystem } from "./system/real/system.ts";

/** The language models of every provider: found, filtered, kept on disk. Importing and creating it does no I/O. */
export class ModelsDevClient extends CatalogClient {
  constructor(options: ClientOptions = {}) {
    super(createSystem(), options);
  }
}

/** What ModelForge keeps on disk: status, history, repair, clean-up. */
export class ModelsDevCache extends CatalogCache {
  constructor(options: ClientOptions = {}) {
    super(createSystem(), options);
  }
}

/** Sets up a configuration by name or by use case; the catalog fills in the rest. */
export class AutoConfigurator extends Configurator {
  constructor(options: ClientOptions = {}) {
    super(createSystem(), options);
  }
}

export type { Capability, Modality } from "./catalog/words/capability.ts";
export type { ComparedLine } from "./catalog/compare/line.ts";
export type { Fit, LimitName } from "./catalog/cost/fit.ts";
export type { Cost, CostPart } from "./catalog/cost/estimate-cost.ts";
export type { Requests, Usage } from "./catalog/cost/usage.ts";
export type { Benchmark, FactLink, ModelFacts } from "./catalog/words/facts.ts";
export type { Limits, ModelInfo, ModelStatus } from "./catalog/words/model.ts";
export type { Offer, Offers } from "./catalog/offers/find-offers.ts";
export type { ModelExtras, ReasoningControls, ServingMode } from "./catalog/parse/extras.ts";
export type { Price, PriceTier } from "./catalog/words/price.ts";
export type { AuthMethod, ProviderInfo } from "./catalog/words/provider.ts";
export type { FilterInput } from "./catalog/query/filter-fields.ts";
export type {
  QualityEvidence,
  Reason,
  Recommendation,
} from "./catalog/recommend/recommendation.ts";
export type { Quality } from "./catalog/words/quality.ts";
export type { Kind } from "./catalog/words/kinds.ts";
export type { UseCaseName } from "./catalog/recommend/use-cases.ts";
export { type FailureCode, ModelForgeError, type Warning } from "./failure.ts";
export type { GenerationSummary } from "./modelsdev/disk/inspect.ts";
export type { CatalogStamp, Origin } from "./modelsdev/stamp.ts";
export type { ConfigAdded } from "./operations/config-added.ts";
export type { ConfigAddInput } from "./operations/config-add/input.ts";
export type {
  ConfigAddedAuto,
  PlannedModel,
} from "./operations/config-add-auto/choose-and-add.ts";
export type { ConfigAddAutoInput } from "./operations/config-add-auto/input.ts";
export type { Comparison } from "./operations/compare-models/compare-models.ts";
export type { CompareModelsInput } from "./operations/compare-models/input.ts";
export type { EstimateCostInput } from "./operations/estimate-cost/input.ts";
export type { FoundOffers, OfferAtHand } from "./operations/find-offers/find-offers.ts";
export type { FindOffersInput } from "./operations/find-offers/input.ts";
export type { OperationName, Questions } from "./operations/index.ts";
export type { ListModelsInput } from "./operations/list-models/input.ts";
export type { ListProvidersInput } from "./operations/list-providers/input.ts";
export type { AskedCost } from "./operations/estimate-cost/estimate-cost.ts";
export type { ListedModel } from "./operations/listed-models.ts";
export type { ModelInfoInput } from "./operations/model-info/input.ts";
export type { ModelDetails } from "./operations/model-info/model-info.ts";
export type { ProviderInfoInput } from "./operations/provider-info/input.ts";
export type {
  ProviderDetails,
  ProviderTemplate,
} from "./operations/provider-info/provider-info.ts";
export type { RecommendModelsInput } from "./operations/recommend-models/input.ts";
export type { Recommended } from "./operations/recommend-models/recommend-models.ts";
export type { RefreshCatalogInput } from "./operations/refresh-catalog/input.ts";
export type { RefreshReport } from "./operations/refresh-catalog/refresh-catalog.ts";
export type { SearchModelsInput } from "./operations/search-models/input.ts";
export type { Asked, AskOptions } from "./surfaces/library/ask.ts";
export {
  compareModels,
  estimateCost,
  findOffers,
  recommendModels,
} from "./surfaces/library/choosing.ts";
export { failures } from "./surfaces/library/failures.ts";
export type { OpenCatalog } from "./surfaces/library/open-catalog.ts";
export type { ClientOptions } from "./surfaces/library/options.ts";
