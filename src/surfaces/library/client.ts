import type { Cost } from "../../catalog/cost/estimate-cost.ts";
import type { Requests, Usage } from "../../catalog/cost/usage.ts";
import type { ModelInfo } from "../../catalog/words/model.ts";
import type { ProviderInfo } from "../../catalog/words/provider.ts";
import type { Forge } from "../../forge.ts";
import type { CatalogAccess } from "../../modelsdev/client.ts";
import type { CatalogStamp } from "../../modelsdev/stamp.ts";
import {
  type CompareModelsInput,
  type Comparison,
  compareSeveral,
} from "../../operations/compare-models/compare-models.ts";
import { estimateCosts } from "../../operations/estimate-cost/estimate-cost.ts";
import {
  type FindOffersInput,
  type FoundOffers,
  findModelOffers,
} from "../../operations/find-offers/find-offers.ts";
import { inputs } from "../../operations/inputs.ts";
import { type ListModelsInput, listModels } from "../../operations/list-models/list-models.ts";
import { listProviders } from "../../operations/list-providers/list-providers.ts";
import { type ModelDetails, modelInfo } from "../../operations/model-info/model-info.ts";
import type { Operation } from "../../operations/operation.ts";
import {
  type ProviderDetails,
  providerInfo,
} from "../../operations/provider-info/provider-info.ts";
import {
  type Recommended,
  type RecommendModelsInput,
  recommendSeveral,
} from "../../operations/recommend-models/recommend-models.ts";
import {
  type RefreshCatalogInput,
  type RefreshReport,
  refreshCatalog,
} from "../../operations/refresh-catalog/refresh-catalog.ts";
import {
  type SearchModelsInput,
  searchModels,
} from "../../operations/search-models/search-models.ts";
import type { System } from "../../system/ports.ts";
import { OpenCatalog } from "./open-catalog.ts";
import { type ClientOptions, checkOptions, forgeFor } from "./options.ts";
import { orFailure } from "./or-failure.ts";
import { own } from "./own.ts";

/** The catalog for programs. Nothing is read before the first question. */
export class CatalogClient {
  readonly #forge: Forge;
  #refreshing: Promise<unknown> | undefined;

  constructor(machine: System, options: ClientOptions) {
    const checked = checkOptions(options);
    this.#forge = forgeFor(checked.system ?? machine, checked);
  }

  /**
   * All providers, sorted by id. Source: models.dev `api.json`.
   *
   * @throws ModelForgeError `network.*`, `catalog.*`, `file.*` where no catalog can answer, as every method does, and
   * `usage.bad-value` with `details.field` for an argument that is of another kind than asked for.
   */
  getProviders(): Promise<ProviderInfo[]> {
    return this.#ask(listProviders, () => ({}));
  }

  /**
   * The models that meet all conditions, sorted by ref unless said otherwise. Prices in USD per 1,000,000 tokens,
   * sizes in tokens, dates as `YYYY-MM-DD` or `YYYY-MM`. Deprecated models are left out unless `status` names them.
   *
   * @throws ModelForgeError `provider.not-found`, `usage.bad-value` for a name the catalog does not know.
   */
  getModels(filter: ListModelsInput = {}): Promise<ModelInfo[]> {
    return this.#ask(listModels, () => inputs.listModels.read(filter));
  }

  /**
   * Everything known of one model, named by `provider/id` or by a bare id.
   *
   * @throws ModelForgeError `model.not-found` with the nearest refs in `details.nearest`, `model.ambiguous` with
   * `details.candidates` where several providers sell a bare id and none of them made it.
   */
  getModelDetails(model: string, provider?: string): Promise<ModelDetails> {
    return this.#ask(modelInfo, () => inputs.modelInfo.read({}, model, provider));
  }

  /**
   * How a provider is reached: variables, API, package, documentation, and whether a credential is at hand.
   *
   * @throws ModelForgeError `provider.not-found`.
   */
  getProviderConfig(provider: string): Promise<ProviderDetails> {
    return this.#ask(providerInfo, () => inputs.providerInfo.read({}, provider));
  }

  /** Models by name, best first; typos, order and separators are forgiven. */
  searchModels(query: string, filter: Omit<SearchModelsInput, "query"> = {}): Promise<ModelInfo[]> {
    return this.#ask(searchModels, () => inputs.searchModels.read(filter, query));
  }

  /**
   * Everyone who sells the same underlying model, cheapest first for a usage in tokens per request; costs in USD.
   * Sameness is inferred: each offer comes with a confidence from 0 to 1 and a reason. The asked row is among them.
   *
   * @throws ModelForgeError `model.not-found`, `model.ambiguous`, `usage.bad-value`.
   */
  findOffers(model: string, options: Omit<FindOffersInput, "model"> = {}): Promise<FoundOffers> {
    return this.#ask(findModelOffers, () => inputs.findOffers.read(options, model));
  }

  /**
   * Two to eight models side by side, the best of each line marked. Prices in USD per 1,000,000 tokens, sizes in
   * tokens; with a usage its costs in USD as well.
   *
   * @throws ModelForgeError `model.not-found`, `model.ambiguous`, `usage.missing-argument`, `usage.bad-value`.
   */
  compareModels(
    models: string[],
    options: Omit<CompareModelsInput, "models"> = {},
  ): Promise<Comparison> {
    return this.#ask(compareSeveral, () => inputs.compareModels.read(options, models));
  }

  /**
   * What a usage in tokens per request costs in USD with each of the models, cheapest first. `complete` is false where
   * a price that is needed is not listed: the sum is then a lower bound, and `null` where no price is known at all.
   *
   * @throws ModelForgeError `model.not-found`, `model.ambiguous`, `usage.bad-value`.
   */
  estimateCost(models: string[], usage: Usage, requests?: Requests): Promise<Cost[]> {
    return this.#ask(estimateCosts, () => inputs.estimateCost.read({}, models, usage, requests));
  }

  /**
   * The models that suit a use case best under constraints, each with the factors of its score, and what each
   * constraint removed. The same catalog and input give the same answer.
   *
   * @throws ModelForgeError `provider.not-found`, `usage.bad-value` for a name the catalog does not know.
   */
  recommendModels(input: RecommendModelsInput = {}): Promise<Recommended> {
    return this.#ask(recommendSeveral, () => inputs.recommendModels.read(input));
  }

  /**
   * Asks the source for a newer catalog and waits for it.
   *
   * @throws ModelForgeError `network.*`, `catalog.*`; what is on disk is then as it was.
   */
  refresh(input: RefreshCatalogInput = {}): Promise<RefreshReport> {
    return this.#ask(refreshCatalog, () => inputs.refreshCatalog.read(input));
  }

  /** Removes the cache of this source. */
  async clearCache(): Promise<void> {
    const loading = import("../../operations/cache-clear/cache-clear.ts");
    const { cacheClear } = await orFailure(loading);
    await this.#ask(cacheClear, () => ({}));
  }

  /** Which catalog answers: origin, digest, age in seconds, counts. */
  async getCatalog(): Promise<CatalogStamp> {
    const { access } = this.#forge;
    return (await orFailure(access.ask({}, () => 0))).catalog;
  }

  /**
   * The catalog itself, for many look-ups without waiting: `findModel(ref)`, `findProvider(name)`, `providers()`,
   * `refs()`.
   * It stays as it is while newer ones arrive, its files open until `close()` or until nobody holds it any more.
   * Reading a damaged part throws `cache.damaged`.
   */
  async open(): Promise<OpenCatalog> {
    const { access } = this.#forge;
    return new OpenCatalog(await orFailure(access.hold({})));
  }

  /** Closes the files of the catalog; the next question opens them again. `using client = …` does it by itself. */
  close(): void {
    this.#forge.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  async #ask<Input, Result>(
    operation: Operation<Input, Result>,
    readInput: () => Input,
  ): Promise<Result> {
    const input = readInput();
    const { access, machine } = this.#forge;
    const context = { access, machine };
    const { result, catalog } = await orFailure(operation.run(context, input, {}));
    if (catalog !== undefined && access.wantsBackgroundRefresh(catalog)) this.#refreshLater(access);
    return own(result);
  }

  #refreshLater(access: CatalogAccess): void {
    this.#refreshing ??= access
      .ask({ refresh: true, ifStale: true }, () => 0)
      // the stale answer has been given, and the journal keeps what went wrong
      .catch(() => undefined)
      .finally(() => {
        this.#refreshing = undefined;
      });
  }
}
