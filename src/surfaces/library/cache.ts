import type { Forge } from "../../forge.ts";
import type { GenerationSummary } from "../../modelsdev/disk/inspect.ts";
import type { Pruned } from "../../modelsdev/disk/prune.ts";
import type { CacheCleared } from "../../operations/cache-clear/cache-clear.ts";
import type { CacheRestored } from "../../operations/cache-restore/cache-restore.ts";
import type { CacheStatus } from "../../operations/cache-status/cache-status.ts";
import type { CacheVerification } from "../../operations/cache-verify/cache-verify.ts";
import { inputs } from "../../operations/inputs.ts";
import type { Operation } from "../../operations/operation.ts";
import type { System } from "../../system/ports.ts";
import { type ClientOptions, checkOptions, forgeFor } from "./options.ts";
import { orFailure } from "./or-failure.ts";
import { own } from "./own.ts";

// few programs look after the cache: what does is loaded when it is asked for
const loadStatus = async () =>
  (await import("../../operations/cache-status/cache-status.ts")).cacheStatus;
const loadVerify = async () =>
  (await import("../../operations/cache-verify/cache-verify.ts")).cacheVerify;
const loadHistory = async () =>
  (await import("../../operations/cache-history/cache-history.ts")).cacheHistory;
const loadRestore = async () =>
  (await import("../../operations/cache-restore/cache-restore.ts")).cacheRestore;
const loadPrune = async () =>
  (await import("../../operations/cache-prune/cache-prune.ts")).cachePrune;
const loadClear = async () =>
  (await import("../../operations/cache-clear/cache-clear.ts")).cacheClear;

/** What is kept on disk, for programs. Nothing is read before the first question, and the network never asked. */
export class CatalogCache {
  readonly #forge: Forge;

  constructor(machine: System, options: ClientOptions) {
    const checked = checkOptions(options);
    this.#forge = forgeFor(checked.system ?? machine, { ...checked, offline: true });
  }

  /** Directory of this source's cache; null where there is no place for one. */
  get directory(): string | null {
    return this.#forge.access.store?.directory ?? null;
  }

  /** Origin, age, size in bytes, counts of answers, schema drift, last error. */
  status(): Promise<CacheStatus> {
    return this.#ask(loadStatus, () => ({}));
  }

  /** Reads every byte and lists what is damaged. */
  verify(): Promise<CacheVerification> {
    return this.#ask(loadVerify, () => ({}));
  }

  /** The generations on disk, newest first. */
  history(): Promise<GenerationSummary[]> {
    return this.#ask(loadHistory, () => ({}));
  }

  /**
   * Makes an older generation answer until the next refresh.
   *
   * @throws ModelForgeError `generation.not-found`, `cache.damaged`.
   */
  restore(generation: string): Promise<CacheRestored> {
    return this.#ask(loadRestore, () => inputs.cacheRestore.read({}, generation));
  }

  /** Removes the oldest generations until at most `maxBytes` are left, never the current one. */
  prune(maxBytes?: number): Promise<Pruned> {
    return this.#ask(loadPrune, () => inputs.cachePrune.read({}, maxBytes));
  }

  /** Removes the cache of this source, or with `all` of every source. */
  clear(all = false): Promise<CacheCleared> {
    return this.#ask(loadClear, () => inputs.cacheClear.read({}, all));
  }

  async #ask<Input, Result>(
    load: () => Promise<Operation<Input, Result>>,
    readInput: () => Input,
  ): Promise<Result> {
    const input = readInput();
    const { access, machine } = this.#forge;
    const context = { access, machine };
    const ask = async () => (await load()).run(context, input, { offline: true });
    return own((await orFailure(ask())).result);
  }
}
