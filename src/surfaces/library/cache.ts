import type { CatalogAccess } from "../../modelsdev/client.ts";
import type { GenerationSummary } from "../../modelsdev/disk/inspect.ts";
import type { Pruned } from "../../modelsdev/disk/prune.ts";
import { type CacheCleared, cacheClear } from "../../operations/cache-clear/cache-clear.ts";
import { cacheHistory } from "../../operations/cache-history/cache-history.ts";
import { cachePrune } from "../../operations/cache-prune/cache-prune.ts";
import { type CacheRestored, cacheRestore } from "../../operations/cache-restore/cache-restore.ts";
import { type CacheStatus, cacheStatus } from "../../operations/cache-status/cache-status.ts";
import { type CacheVerification, cacheVerify } from "../../operations/cache-verify/cache-verify.ts";
import { inputs } from "../../operations/inputs.ts";
import type { Operation } from "../../operations/operation.ts";
import type { System } from "../../system/ports.ts";
import { type ClientOptions, checkOptions, createAccess } from "./options.ts";
import { orFailure } from "./or-failure.ts";
import { own } from "./own.ts";

/** What is kept on disk, for programs. Nothing is read before the first question, and the network never asked. */
export class CatalogCache {
  readonly #machine: System;
  readonly #options: ClientOptions;
  #opened: CatalogAccess | undefined;

  constructor(machine: System, options: ClientOptions) {
    this.#machine = machine;
    this.#options = checkOptions(options);
  }

  /** Directory of this source's cache; null where there is no place for one. */
  get directory(): string | null {
    return this.#access().store?.directory ?? null;
  }

  /** Origin, age, size in bytes, counts of answers, schema drift, last error. */
  status(): Promise<CacheStatus> {
    return this.#ask(cacheStatus, () => ({}));
  }

  /** Reads every byte and lists what is damaged. */
  verify(): Promise<CacheVerification> {
    return this.#ask(cacheVerify, () => ({}));
  }

  /** The generations on disk, newest first. */
  history(): Promise<GenerationSummary[]> {
    return this.#ask(cacheHistory, () => ({}));
  }

  /**
   * Makes an older generation answer until the next refresh.
   *
   * @throws ModelForgeError `generation.not-found`, `cache.damaged`.
   */
  restore(generation: string): Promise<CacheRestored> {
    return this.#ask(cacheRestore, () => inputs.cacheRestore.read({}, generation));
  }

  /** Removes the oldest generations until at most `maxBytes` are left, never the current one. */
  prune(maxBytes?: number): Promise<Pruned> {
    return this.#ask(cachePrune, () => inputs.cachePrune.read({}, maxBytes));
  }

  /** Removes the cache of this source, or with `all` of every source. */
  clear(all = false): Promise<CacheCleared> {
    return this.#ask(cacheClear, () => inputs.cacheClear.read({}, all));
  }

  #access(): CatalogAccess {
    this.#opened ??= createAccess(this.#machine, { ...this.#options, offline: true });
    return this.#opened;
  }

  async #ask<Input, Result>(
    operation: Operation<Input, Result>,
    readInput: () => Input,
  ): Promise<Result> {
    const input = readInput();
    const context = { access: this.#access(), machine: this.#machine };
    return own((await orFailure(operation.run(context, input, { offline: true }))).result);
  }
}
