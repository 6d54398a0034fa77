import type { Requests, Usage } from "../../catalog/cost/usage.ts";
import type { ProviderInfo } from "../../catalog/words/provider.ts";
import type { Forge } from "../../forge.ts";
import type { CatalogAccess } from "../../modelsdev/client.ts";
import type { CatalogStamp } from "../../modelsdev/stamp.ts";
import type { Comparison } from "../../operations/compare-models/compare-models.ts";
import type { CompareModelsInput } from "../../operations/compare-models/input.ts";
import type { AskedCost } from "../../operations/estimate-cost/estimate-cost.ts";
import type { FoundOffers } from "../../operations/find-offers/find-offers.ts";
import type { FindOffersInput } from "../../operations/find-offers/input.ts";
import type { OperationName, Questions } from "../../operations/index.ts";
import type { ListModelsInput } from "../../operations/list-models/input.ts";
import type { ListedModel } from "../../operations/listed-models.ts";
import type { ModelDetails } from "../../operations/model-info/model-info.ts";
import type { ProviderDetails } from "../../operations/provider-info/provider-info.ts";
import type { RecommendModelsInput } from "../../operations/recommend-models/input.ts";
import type { Recommended } from "../../operations/recommend-models/recommend-models.ts";
import type { RefreshCatalogInput } from "../../operations/refresh-catalog/input.ts";
import type { RefreshReport } from "../../operations/refresh-catalog/refresh-catalog.ts";
import type { SearchModelsInput } from "../../operations/search-models/input.ts";
import type { System } from "../../system/ports.ts";
import { type Asked, type AskOptions, askCatalog, askOperation } from "./ask.ts";
import { inputs, readInput } from "./inputs.ts";
import { OpenCatalog } from "./open-catalog.ts";
import { withoutValues } from "./template-values.ts";
import { type ClientOptions, checkOptions, forgeFor } from "./options.ts";

/** The catalog for programs. Nothing is read before the first question. */
export class CatalogClient {
  readonly #forge: Forge;
  readonly #onWarning: ClientOptions["onWarning"];
  #refreshing: Promise<unknown> | undefined;

  constructor(machine: System, options: ClientOptions) {
    const checked = checkOptions(options);
    this.#onWarning = checked.onWarning;
    this.#forge = forgeFor(checked.system ?? machine, checked);
  }

  /**
   * All providers, sorted by id. Source: models.dev `api.json`.
   *
   * @throws ModelForgeError `network.*`, `catalog.*`, `file.*` where no catalog can answer, as every method does, and
   * `usage.bad-value` with `details.field` for an argument that is of another kind than asked for.
   */
  getProviders(options?: AskOptions): Promise<ProviderInfo[]> {
    return this.#ask("list-providers", () => ({}), options);
  }

  /**
   * The models that meet all conditions, rows of those who made what they sell first and the newest before the others
   * unless said otherwise. Prices in USD per 1,000,000 tokens,
   * sizes in tokens, dates as `YYYY-MM-DD` or `YYYY-MM`. Deprecated models are left out unless `status` names them. With a
   * `usage` each has its cost in USD, and `cost` is an order.
   *
   * @throws ModelForgeError `provider.not-found`, `usage.bad-value` for a name the catalog does not know.
   */
  getModels(filter: ListModelsInput = {}, options?: AskOptions): Promise<ListedModel[]> {
    return this.#ask("list-models", () => inputs.listModels.read(filter), options);
  }

  /**
   * Everything known of one model, named by `provider/id` or by a bare id.
   *
   * @throws ModelForgeError `model.not-found` with the nearest refs in `details.nearest`, `model.ambiguous` with
   * `details.candidates` where several providers sell a bare id and none of them made it.
   */
  getModelDetails(model: string, provider?: string, options?: AskOptions): Promise<ModelDetails> {
    return this.#ask("model-info", () => inputs.modelInfo.read({}, model, provider), options);
  }

  /**
   * How a provider is reached: variables, API, package, documentation, and whether a credential is at hand. `template` is
   * its address, filled with `values`, else with what the environment and the configuration say, and what is missing by
   * name; no credential is ever in it.
   *
   * @throws ModelForgeError `provider.not-found`, `usage.bad-value` for a value that looks like a key.
   */
  getProviderConfig(
    provider: string,
    options?: AskOptions & { values?: Readonly<Record<string, string>> },
  ): Promise<ProviderDetails> {
    const { values, others } = withoutValues(options);
    const input = () => inputs.providerInfo.read(values, provider);
    return this.#ask("provider-info", input, others);
  }

  /** Models by name, best first; typos, order and separators are forgiven. */
  searchModels(
    query: string,
    filter: Omit<SearchModelsInput, "query"> = {},
    options?: AskOptions,
  ): Promise<ListedModel[]> {
    return this.#ask("search-models", () => inputs.searchModels.read(filter, query), options);
  }

  /**
   * Everyone who sells the same underlying model, cheapest first for a usage in tokens per request; costs in USD. What does
   * not stand for its model (`marks`) or cannot take the usage is last.
   * Sameness is inferred: each offer comes with a confidence from 0 to 1 and a reason. The asked row is among them.
   *
   * @throws ModelForgeError `model.not-found`, `model.ambiguous`, `usage.bad-value`.
   */
  findOffers(
    model: string,
    filter: Omit<FindOffersInput, "model"> = {},
    options?: AskOptions,
  ): Promise<FoundOffers> {
    return this.#ask("find-offers", () => inputs.findOffers.read(filter, model), options);
  }

  /**
   * Two to eight models side by side, the best of each line marked. Prices in USD per 1,000,000 tokens, sizes in
   * tokens; with a usage its costs in USD as well.
   *
   * @throws ModelForgeError `model.not-found`, `model.ambiguous`, `usage.missing-argument`, `usage.bad-value`.
   */
  compareModels(
    models: string[],
    more: Omit<CompareModelsInput, "models"> = {},
    options?: AskOptions,
  ): Promise<Comparison> {
    return this.#ask("compare-models", () => inputs.compareModels.read(more, models), options);
  }

  /**
   * What a usage in tokens per request costs in USD with each of the models, cheapest first. `complete` is false where
   * a price that is needed is not listed: the sum is then a lower bound, and `null` where no price is known at all.
   * `fits` is false where a request exceeds a limit of the model, `exceeds` names which; null where that is not known.
   *
   * @throws ModelForgeError `model.not-found`, `model.ambiguous`, `usage.bad-value`.
   */
  estimateCost(
    models: string[],
    usage: Usage,
    requests?: Requests,
    options?: AskOptions,
  ): Promise<AskedCost[]> {
    const readInput = () => inputs.estimateCost.read({}, models, usage, requests);
    return this.#ask("estimate-cost", readInput, options);
  }

  /**
   * The models that suit a use case best under constraints, each with its reasons, and what each
   * constraint removed. The same catalog and input give the same answer.
   *
   * @throws ModelForgeError `provider.not-found`, `usage.bad-value` for a name the catalog does not know.
   */
  recommendModels(input: RecommendModelsInput = {}, options?: AskOptions): Promise<Recommended> {
    return this.#ask("recommend-models", () => inputs.recommendModels.read(input), options);
  }

  /**
   * Asks the source for a newer catalog and waits for it.
   *
   * @throws ModelForgeError `network.*`, `catalog.*`; what is on disk is then as it was.
   */
  refresh(input: RefreshCatalogInput = {}, options?: AskOptions): Promise<RefreshReport> {
    return this.#ask("refresh-catalog", () => inputs.refreshCatalog.read(input), options);
  }

  /** Removes the cache of this source. */
  async clearCache(options?: AskOptions): Promise<void> {
    await this.#ask("cache-clear", () => ({}), options);
  }

  /**
   * Any question by its name, with everything that comes with the answer: which catalog it is from, and what there is
   * to know besides. The input is the one object the question takes: `ask("model-info", { model: "gpt-5" })`.
   *
   * @throws ModelForgeError as the method of that question does; `usage.bad-value` for a question there is not.
   */
  ask<Name extends OperationName>(
    operation: Name,
    input: Questions[Name]["input"],
    options?: AskOptions,
  ): Promise<Asked<Questions[Name]["result"]>> {
    return this.#askAll(operation, () => readInput(operation, input), options);
  }

  /** Which catalog answers: origin, digest, age in seconds, counts. */
  async getCatalog(options?: AskOptions): Promise<CatalogStamp> {
    const ask = (asked: AskOptions) => this.#forge.access.ask(asked, () => 0);
    return (await askCatalog(this.#onWarning, options, ask)).catalog;
  }

  /**
   * The catalog itself, for many look-ups without waiting: `findModel(ref)`, `findProvider(name)`, `providers()`,
   * `refs()`.
   * It stays as it is while newer ones arrive, its files open until `close()` or until nobody holds it any more.
   * Reading a damaged part throws `cache.damaged`.
   */
  async open(options?: AskOptions): Promise<OpenCatalog> {
    const hold = (asked: AskOptions) => this.#forge.access.hold(asked);
    return new OpenCatalog((await askCatalog(this.#onWarning, options, hold)).result);
  }

  /** Closes the files of the catalog; the next question opens them again. `using client = …` does it by itself. */
  close(): void {
    this.#forge.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  async #ask<Name extends OperationName>(
    operation: Name,
    readInput: () => Questions[Name]["input"],
    options: AskOptions | undefined,
  ): Promise<Questions[Name]["result"]> {
    return (await this.#askAll(operation, readInput, options)).result;
  }

  async #askAll<Name extends OperationName>(
    operation: Name,
    readInput: () => Questions[Name]["input"],
    options: AskOptions | undefined,
  ): Promise<Asked<Questions[Name]["result"]>> {
    const input = readInput();
    const { access, machine } = this.#forge;
    const asking = { access, machine, onWarning: this.#onWarning };
    const asked = await askOperation(asking, operation, input, options);
    const { catalog } = asked;
    if (catalog !== undefined && access.wantsBackgroundRefresh(catalog)) this.#refreshLater(access);
    return asked;
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
