import type { ProviderInfo } from "../catalog/words/provider.ts";
import type { GenerationSummary } from "../modelsdev/disk/inspect.ts";
import type { Pruned } from "../modelsdev/disk/prune.ts";
import { type AuthQuestions, authOperations } from "./auth.ts";
import type { CacheCleared } from "./cache-clear/cache-clear.ts";
import { type CacheClearInput, cacheClearFields } from "./cache-clear/input.ts";
import { type CacheHistoryInput, cacheHistoryFields } from "./cache-history/input.ts";
import { type CachePruneInput, cachePruneFields } from "./cache-prune/input.ts";
import type { CacheRestored } from "./cache-restore/cache-restore.ts";
import { type CacheRestoreInput, cacheRestoreFields } from "./cache-restore/input.ts";
import type { CacheStatus } from "./cache-status/cache-status.ts";
import type { CacheVerification } from "./cache-verify/cache-verify.ts";
import { type Comparison, compareSeveral } from "./compare-models/compare-models.ts";
import { type CompareModelsInput, compareModelsFields } from "./compare-models/input.ts";
import { type AskedCost, estimateCosts } from "./estimate-cost/estimate-cost.ts";
import { type EstimateCostInput, estimateCostFields } from "./estimate-cost/input.ts";
import { findModelOffers, type FoundOffers } from "./find-offers/find-offers.ts";
import { type FindOffersInput, findOffersFields } from "./find-offers/input.ts";
import { type ListModelsInput, listModelsFields } from "./list-models/input.ts";
import { listModels } from "./list-models/list-models.ts";
import { type ListProvidersInput, listProvidersFields } from "./list-providers/input.ts";
import type { ListedModel } from "./listed-models.ts";
import { listProviders } from "./list-providers/list-providers.ts";
import { type ModelInfoInput, modelInfoFields } from "./model-info/input.ts";
import { type ModelDetails, modelInfo } from "./model-info/model-info.ts";
import { type ProviderInfoInput, providerInfoFields } from "./provider-info/input.ts";
import { type ProviderDetails, providerInfo } from "./provider-info/provider-info.ts";
import { type RecommendModelsInput, recommendModelsFields } from "./recommend-models/input.ts";
import { type Recommended, recommendSeveral } from "./recommend-models/recommend-models.ts";
import { type RefreshCatalogInput, refreshCatalogFields } from "./refresh-catalog/input.ts";
import { type RefreshReport, refreshCatalog } from "./refresh-catalog/refresh-catalog.ts";
import { type SearchModelsInput, searchModelsFields } from "./search-models/input.ts";
import { searchModels } from "./search-models/search-models.ts";
import { configOperations, type ConfigQuestions } from "./config-operations.ts";
import { later, type NoInput, type OperationEntry } from "./operation-entry.ts";

/** What each question is told and what it gives, by the name of its folder. */
export interface Questions extends ConfigQuestions, AuthQuestions {
  "list-models": { input: ListModelsInput; result: ListedModel[] };
  "search-models": { input: SearchModelsInput; result: ListedModel[] };
  "model-info": { input: ModelInfoInput; result: ModelDetails };
  "compare-models": { input: CompareModelsInput; result: Comparison };
  "find-offers": { input: FindOffersInput; result: FoundOffers };
  "recommend-models": { input: RecommendModelsInput; result: Recommended };
  "estimate-cost": { input: EstimateCostInput; result: AskedCost[] };
  "list-providers": { input: ListProvidersInput; result: ProviderInfo[] };
  "provider-info": { input: ProviderInfoInput; result: ProviderDetails };
  "refresh-catalog": { input: RefreshCatalogInput; result: RefreshReport };
  "cache-status": { input: NoInput; result: CacheStatus };
  "cache-verify": { input: NoInput; result: CacheVerification };
  "cache-history": { input: CacheHistoryInput; result: GenerationSummary[] };
  "cache-restore": { input: CacheRestoreInput; result: CacheRestored };
  "cache-prune": { input: CachePruneInput; result: Pruned };
  "cache-clear": { input: CacheClearInput; result: CacheCleared };
}

/** The name of a question, for example `list-models`. */
export type OperationName = keyof Questions;

/** All operations. A surface is a loop over them, or says what it leaves out. */
export const operations: {
  readonly [Name in OperationName]: OperationEntry<
    Questions[Name]["input"],
    Questions[Name]["result"]
  >;
} = {
  "list-models": {
    summary: "Lists the models that meet all conditions.",
    effect: "reads",
    fields: listModelsFields,
    run: listModels,
  },
  "search-models": {
    summary: "Finds models by name, forgiving typos, word order and missing separators.",
    effect: "reads",
    fields: searchModelsFields,
    run: searchModels,
  },
  "model-info": {
    summary: "Shows everything known of one model.",
    effect: "reads",
    fields: modelInfoFields,
    run: modelInfo,
  },
  "compare-models": {
    summary: "Shows up to eight models side by side, the best of each line marked.",
    effect: "reads",
    fields: compareModelsFields,
    run: compareSeveral,
  },
  "find-offers": {
    summary:
      "Finds everyone who sells the same underlying model, cheapest first; what does not stand for it comes last.",
    effect: "reads",
    fields: findOffersFields,
    run: findModelOffers,
  },
  "recommend-models": {
    summary: "Chooses models for a use case under constraints, and says why.",
    effect: "reads",
    fields: recommendModelsFields,
    run: recommendSeveral,
  },
  "estimate-cost": {
    summary: "Works out what a usage costs with each of several models, cheapest first.",
    effect: "reads",
    fields: estimateCostFields,
    run: estimateCosts,
  },
  "list-providers": {
    summary: "Lists the providers of the catalog.",
    effect: "reads",
    fields: listProvidersFields,
    run: listProviders,
  },
  "provider-info": {
    summary: "Shows how a provider is reached and what it sells.",
    effect: "reads",
    fields: providerInfoFields,
    run: providerInfo,
  },
  "refresh-catalog": {
    summary: "Fetches the catalog if the source has a newer one.",
    effect: "writes",
    fields: refreshCatalogFields,
    run: refreshCatalog,
  },
  // few programs look after the cache: what does is loaded when it is asked for
  "cache-status": {
    summary: "Shows what is kept on disk, how old it is and how it came there.",
    effect: "reads",
    fields: {},
    run: later(async () => (await import("./cache-status/cache-status.ts")).cacheStatus),
  },
  "cache-verify": {
    summary: "Reads every byte of the cache and compares it with its checksum.",
    // where it finds damage it has the next refresh look at everything
    effect: "writes",
    fields: {},
    run: later(async () => (await import("./cache-verify/cache-verify.ts")).cacheVerify),
  },
  "cache-history": {
    summary: "Lists the generations kept on disk, newest first.",
    effect: "reads",
    fields: cacheHistoryFields,
    run: later(async () => (await import("./cache-history/cache-history.ts")).cacheHistory),
  },
  "cache-restore": {
    summary: "Makes an older generation the one that answers, until the next refresh.",
    effect: "writes",
    fields: cacheRestoreFields,
    run: later(async () => (await import("./cache-restore/cache-restore.ts")).cacheRestore),
  },
  "cache-prune": {
    summary: "Removes what the cache can spare until it fits its limit.",
    effect: "writes",
    fields: cachePruneFields,
    run: later(async () => (await import("./cache-prune/cache-prune.ts")).cachePrune),
  },
  "cache-clear": {
    summary: "Removes the cache of this source.",
    effect: "writes",
    fields: cacheClearFields,
    run: later(async () => (await import("./cache-clear/cache-clear.ts")).cacheClear),
  },
  ...configOperations,
  ...authOperations,
};
