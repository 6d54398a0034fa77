import type { Forge } from "../../forge.ts";
import type { GenerationSummary } from "../../modelsdev/disk/inspect.ts";
import type { Pruned } from "../../modelsdev/disk/prune.ts";
import type { CacheCleared } from "../../operations/cache-clear/cache-clear.ts";
import type { CacheRestored } from "../../operations/cache-restore/cache-restore.ts";
import type { CacheStatus } from "../../operations/cache-status/cache-status.ts";
import type { CacheVerification } from "../../operations/cache-verify/cache-verify.ts";
import type { OperationName, Questions } from "../../operations/index.ts";
import type { System } from "../../system/ports.ts";
import { type AskOptions, askOperation } from "./ask.ts";
import { inputs } from "./inputs.ts";
import { type ClientOptions, checkOptions, forgeFor } from "./options.ts";

/** What is kept on disk, for programs. Nothing is read before the first question, and the network never asked. */
export class CatalogCache {
  readonly #forge: Forge;
  readonly #onWarning: ClientOptions["onWarning"];

  constructor(machine: System, options: ClientOptions) {
    const checked = checkOptions(options);
    this.#onWarning = checked.onWarning;
    this.#forge = forgeFor(checked.system ?? machine, { ...checked, offline: true });
  }

  /** Directory of this source's cache; null where there is no place for one. */
  get directory(): string | null {
    return this.#forge.access.store?.directory ?? null;
  }

  /** Origin, age, size in bytes, counts of answers, schema drift, last error. */
  status(options?: AskOptions): Promise<CacheStatus> {
    return this.#ask("cache-status", () => ({}), options);
  }

  /** Reads every byte and lists what is damaged. */
  verify(options?: AskOptions): Promise<CacheVerification> {
    return this.#ask("cache-verify", () => ({}), options);
  }

  /** The generations on disk, newest first. */
  history(options?: AskOptions): Promise<GenerationSummary[]> {
    return this.#ask("cache-history", () => ({}), options);
  }

  /**
   * Makes an older generation answer until the next refresh.
   *
   * @throws ModelForgeError `generation.not-found`, `cache.damaged`.
   */
  restore(generation: string, options?: AskOptions): Promise<CacheRestored> {
    return this.#ask("cache-restore", () => inputs.cacheRestore.read({}, generation), options);
  }

  /** Removes the oldest generations until at most `maxBytes` are left, never the current one. */
  prune(maxBytes?: number, options?: AskOptions): Promise<Pruned> {
    return this.#ask("cache-prune", () => inputs.cachePrune.read({}, maxBytes), options);
  }

  /** Removes the cache of this source, or with `all` of every source. */
  clear(all = false, options?: AskOptions): Promise<CacheCleared> {
    return this.#ask("cache-clear", () => inputs.cacheClear.read({}, all), options);
  }

  async #ask<Name extends OperationName>(
    operation: Name,
    readInput: () => Questions[Name]["input"],
    options: AskOptions | undefined,
  ): Promise<Questions[Name]["result"]> {
    const input = readInput();
    const { access, machine } = this.#forge;
    const asking = { access, machine, offline: true, onWarning: this.#onWarning };
    return (await askOperation(asking, operation, input, options)).result;
  }
}
