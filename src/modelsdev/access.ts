import { CatalogView } from "../catalog/view.ts";
import { ModelForgeError, type Warning } from "../failure.ts";
import type { System } from "../system/ports.ts";
import type { Manifest } from "./cache/manifest.ts";
import { isDamage } from "./cache/read-errors.ts";
import { Store } from "./cache/store.ts";
import { Journal } from "./journal.ts";
import {
  type AskOptions,
  type OpenedCatalog,
  openCatalog,
  openLost,
  openShipped,
  type Surroundings,
} from "./opening.ts";
import { querySalt } from "./query-salt.ts";
import type { Refreshed } from "./refresh.ts";
import type { Settings } from "./settings.ts";
import { readSnapshotAbout } from "./snapshot.ts";
import { parseSource, type Source } from "./source.ts";
import { type CatalogStamp, stampOf } from "./stamp.ts";
import { recover } from "./stored.ts";
import { damageWarning, noteDamage, type StoredCatalog } from "./stored-catalog.ts";

export type { AskOptions } from "./opening.ts";

/** A result with the catalog it is from. */
export interface Answer<T> {
  result: T;
  catalog: CatalogStamp;
  warnings: Warning[];
}

interface Current extends OpenedCatalog {
  view: CatalogView;
}

// current → rebuilt → older → snapshot → snapshot in memory
const mostRepairs = 6;

/** The door to the catalog of one source. Nothing happens before the first question. */
export class CatalogAccess {
  readonly settings: Settings;
  readonly source: Source;
  /** Undefined where there is no place for a cache. */
  readonly store: Store | undefined;
  readonly journal: Journal;
  readonly #machine: System;
  #current: Current | undefined;
  #held: { of: Current; stored: StoredCatalog; view: CatalogView } | undefined;
  #refreshing: Promise<Refreshed> | undefined;

  constructor(machine: System, settings: Settings) {
    this.#machine = machine;
    this.settings = settings;
    this.source = parseSource(settings.source, machine, () =>
      querySalt(settings.cacheDirectory, machine),
    );
    this.store =
      settings.cacheDirectory === undefined
        ? undefined
        : new Store(settings.cacheDirectory, this.source.key, machine);
    this.journal = new Journal(settings.stateDirectory, this.source.key, machine.files);
  }

  /**
   * Asks a question of the catalog. Where a part turns out damaged while it is read,
   * the next best takes its place and the question is asked again.
   *
   * Throws what the question throws, and `network.*`, `catalog.*`, `file.*` where nothing can answer.
   */
  async ask<T>(
    options: AskOptions,
    question: (view: CatalogView, about: Manifest) => T,
  ): Promise<Answer<T>> {
    const warnings: Warning[] = [];
    let current = await this.#open(options, warnings);
    for (let repairs = 0; ; repairs += 1) {
      try {
        const result = question(current.view, current.stored.manifest);
        return { result, catalog: this.#stamp(current), warnings };
      } catch (error) {
        if (!isDamage(error) || repairs === mostRepairs) throw withWarnings(error, warnings);
        // what another process cleared away is not damaged
        if (!current.stored.isGone()) warnings.push(damageWarning(error));
        current = await this.#replaceDamaged(current, options, warnings);
      } finally {
        // a program may hold many clients, and each catalog has a dozen files
        current.stored.close();
      }
    }
  }

  /**
   * The catalog for as long as the caller wants it: all its files are open, so that it stays readable when it is
   * replaced or removed. They are closed with this access, or when nobody holds the catalog any more.
   */
  async hold(options: AskOptions): Promise<CatalogView> {
    await this.ask(options, () => 0);
    const current = this.#current;
    if (current === undefined) throw new TypeError("a catalog that has just answered is open");
    if (this.#held?.of !== current) {
      const stored = current.stored.hold();
      this.#held = { of: current, stored, view: new CatalogView(stored.parts) };
    }
    return this.#held.view;
  }

  /** Whether a refresh in the background is due: a stale answer from disk, and none tried lately. */
  wantsBackgroundRefresh(stamp: CatalogStamp): boolean {
    const { backgroundRefresh } = this.settings;
    if (!stamp.stale || !backgroundRefresh || this.source.kind === "file") return false;
    // the source was asked for this very answer, however short a time it counts as fresh
    if (stamp.origin === "network") return false;
    // what was restored by hand stays until a refresh is asked for
    if (this.#current?.stored.pointer?.restored === true) return false;
    const now = this.#machine.clock.now();
    return !this.journal.hasJustFailed(now) && !this.journal.isUnderWay(now);
  }

  close(): void {
    this.#current?.stored.close();
    this.#current = undefined;
    this.#held?.stored.close();
    this.#held = undefined;
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #stamp({ stored, origin }: OpenedCatalog): CatalogStamp {
    return stampOf(stored.manifest, origin, stored.fetchedAt, {
      now: this.#machine.clock.now(),
      ttlMs: this.settings.ttlMs,
    });
  }

  async #open(options: AskOptions, warnings: Warning[]): Promise<Current> {
    const canStay = options.refresh !== true && this.source.kind === "url";
    if (this.#current !== undefined && canStay && !this.#isOutdated(this.#current)) {
      return this.#current;
    }
    const opened = await openCatalog(this.#around(options), options, warnings);
    return this.#use(opened);
  }

  /** In a program that runs for days: another process may have brought a newer catalog meanwhile. */
  #isOutdated(current: Current): boolean {
    if (!this.#stamp(current).stale) return false;
    const pointer = noteDamage([], () => this.store?.readPointer());
    return pointer !== undefined && pointer.fetchedAt !== current.stored.fetchedAt;
  }

  #use(opened: OpenedCatalog): Current {
    this.#current?.stored.close();
    this.#current = { ...opened, view: new CatalogView(opened.stored.parts) };
    return this.#current;
  }

  #around(options: AskOptions): Surroundings {
    const { settings, source, store, journal } = this;
    const machine = this.#machine;
    const { signal, onProgress } = options;
    return {
      machine,
      settings: {
        ...settings,
        allowSnapshot: settings.allowSnapshot || options.allowSnapshot === true,
      },
      source,
      store,
      journal,
      refresh: async (wish) => {
        if (source.kind === "file") throw new TypeError("a file source is not refreshed");
        options.onWait?.();
        const { refresh } = await import("./refresh.ts");
        const wanted = {
          ...wish,
          ...(signal === undefined ? {} : { signal }),
          ...(onProgress === undefined ? {} : { onProgress }),
        };
        this.#refreshing ??= refresh({ machine, settings, source, store, journal }, wanted);
        try {
          return await this.#refreshing;
        } finally {
          this.#refreshing = undefined;
          await machine.http.close();
        }
      },
    };
  }

  async #replaceDamaged(
    damaged: Current,
    options: AskOptions,
    warnings: Warning[],
  ): Promise<Current> {
    const { store, source, settings } = this;
    const machine = this.#machine;
    const around = this.#around(options);
    const failed = damaged.stored.generation;
    if (failed !== undefined && store !== undefined && damaged.origin !== "snapshot") {
      const stored = await recover({ store, machine, source: source.shown, warnings }, failed);
      if (stored !== undefined) return this.#use({ stored, origin: damaged.origin });
      const offline = options.offline === true || settings.offline;
      if (source.kind === "url") return this.#use(await openLost(around, offline, warnings));
    }
    const about = readSnapshotAbout(machine.installation);
    const failedSnapshot = damaged.origin === "snapshot" ? failed : undefined;
    const snapshot = await openShipped(around, about, warnings, failedSnapshot);
    if (snapshot !== undefined) return this.#use(snapshot);
    throw new ModelForgeError("catalog.unavailable", {
      message: "the cache is damaged and nothing older can answer",
      hint: "run modelforge refresh-cache",
    });
  }
}

/** Which catalog answered is worth knowing of a failure, too. */
function withWarnings(error: unknown, warnings: readonly Warning[]): unknown {
  if (error instanceof ModelForgeError) error.warnings.push(...warnings);
  return error;
}
