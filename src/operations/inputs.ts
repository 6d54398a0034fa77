import type { Requests, Usage } from "../catalog/cost/usage.ts";
import { filterFields, type FilterName, filterNames } from "../catalog/query/filter-fields.ts";
import { sortKeys } from "../catalog/query/sort.ts";
import { factorNames } from "../catalog/recommend/factors.ts";
import { useCaseNames } from "../catalog/recommend/use-cases.ts";
import type { CacheClearInput } from "./cache-clear/cache-clear.ts";
import type { CachePruneInput } from "./cache-prune/cache-prune.ts";
import type { CacheRestoreInput } from "./cache-restore/cache-restore.ts";
import { checkUsage } from "./check-usage.ts";
import type { CompareModelsInput } from "./compare-models/compare-models.ts";
import type { EstimateCostInput } from "./estimate-cost/estimate-cost.ts";
import { readerOf } from "./field.ts";
import type { FindOffersInput } from "./find-offers/find-offers.ts";
import { flag, type Kind, number, record, text, texts, usd, whole, word } from "./input-kinds.ts";
import type { ListModelsInput } from "./list-models/list-models.ts";
import type { ModelInfoInput } from "./model-info/model-info.ts";
import type { ProviderInfoInput } from "./provider-info/provider-info.ts";
import { inputOf, type Table } from "./read-input.ts";
import type { RecommendModelsInput } from "./recommend-models/recommend-models.ts";
import type { RefreshCatalogInput } from "./refresh-catalog/refresh-catalog.ts";
import type { SearchModelsInput } from "./search-models/search-models.ts";

const plainUsage = record(
  {
    input: whole,
    cached: whole,
    cacheWrite: whole,
    output: whole,
    reasoning: whole,
    inputAudio: whole,
    outputAudio: whole,
  } satisfies Table<Usage>,
  ["input", "output"],
);

export const usage: Kind = {
  takes: plainUsage.takes,
  read: (value, field) => {
    const read = plainUsage.read(value, field) as Usage;
    checkUsage(read);
    return read;
  },
};

export const requests = record(
  { count: number("count"), per: word(["day", "month"]) } satisfies Table<Requests>,
  ["count", "per"],
);

const conditions = {
  ...(Object.fromEntries(filterNames.map((name) => [name, readerOf(filterFields[name])])) as Record<
    FilterName,
    Kind
  >),
  usage,
};

const order = { descending: flag, limit: whole };

/** By operation. */
export const inputs = {
  listModels: inputOf<ListModelsInput>({
    ...conditions,
    ...order,
    requests: number("count"),
    sort: word(sortKeys),
  }),
  searchModels: inputOf<SearchModelsInput>(
    {
      ...conditions,
      ...order,
      requests: number("count"),
      query: text,
      sort: word(["relevance", ...sortKeys]),
    },
    ["query"],
    ["query"],
  ),
  modelInfo: inputOf<ModelInfoInput>(
    { model: text, provider: text },
    ["model", "provider"],
    ["model"],
  ),
  providerInfo: inputOf<ProviderInfoInput>({ provider: text }, ["provider"], ["provider"]),
  findOffers: inputOf<FindOffersInput>(
    { ...conditions, requests, model: text },
    ["model"],
    ["model"],
  ),
  compareModels: inputOf<CompareModelsInput>(
    { models: texts, usage, requests, onlyDifferences: flag },
    ["models"],
    ["models"],
  ),
  estimateCost: inputOf<EstimateCostInput>(
    { models: texts, provider: text, usage, requests },
    ["models", "usage", "requests"],
    ["models", "usage"],
  ),
  recommendModels: inputOf<RecommendModelsInput>({
    ...conditions,
    requests,
    useCase: word(useCaseNames),
    maxMonthlyCost: usd,
    maker: texts,
    notMaker: texts,
    weights: record(Object.fromEntries(factorNames.map((name) => [name, number("share")])), []),
    limit: whole,
  }),
  refreshCatalog: inputOf<RefreshCatalogInput>({ acceptShrink: flag, ifStale: flag }),
  cacheRestore: inputOf<CacheRestoreInput>({ generation: text }, ["generation"], ["generation"]),
  cachePrune: inputOf<CachePruneInput>({ maxBytes: whole, dryRun: flag }, ["maxBytes"]),
  cacheClear: inputOf<CacheClearInput>({ all: flag, keptCode: flag }, ["all"]),
};
