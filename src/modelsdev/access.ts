import { CatalogView } from "../catalog/view.ts";
import { ModelForgeError, type Warning } from "../failure.ts";
import type { System } from "../system/ports.ts";
import type { Manifest } from "./cache/manifest.ts";
import { Store } from "./cache/store.ts";
import { Journal } from "./journal.ts";
import {
  type AskOptions,
  type OpenedCatalog,
  openCatalog,
  openShipped,
  type Surroundings,
} from "./opening.ts";
import type { Refreshed } from "./refresh.ts";
import type { Settings } from "./settings.ts";
import { readSnapshotAbout } from "./snapshot.ts";
import { parseSource, type Source } from "./source.ts";
import { type CatalogStamp, stampOf } from "./stamp.ts";
import { recover } from "./stored.ts";
import { damageWarning, noteDamage } from "./stored-catalog.ts";

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
  #refreshing: Promise<Refreshed> | undefined;

  constructor(machine: System, settings: Settings) {
    this.#machine = machine;
    this.settings = settings;
    this.source = parseSource(settings.source, machine);
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
        const isDamage = error instanceof ModelForgeError && error.code === "cache.damaged";
        if (!isDamage || repairs === mostRepairs) throw error;
        warnings.push(damageWarning(error));
        current = await this.#replaceDamaged(current, warnings);
      }
    }
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
    this.close();
    this.#current = { ...opened, view: new CatalogView(opened.stored.parts) };
    return this.#current;
  }

  #around(options: AskOptions): Surroundings {
    const { settings, source, store, journal } = this;
    const machine = this.#machine;
    const { signal, onProgress } = options;
    return {
      machine,
      settings,
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

  async #replaceDamaged(damaged: Current, warnings: Warning[]): Promise<Current> {
    damaged.stored.close();
    const { store, source } = this;
    const machine = this.#machine;
    const failed = damaged.stored.generation;
    if (failed !== undefined && store !== undefined && damaged.origin !== "snapshot") {
      const stored = await recover({ store, machine, source: source.shown, warnings }, failed);
      if (stored !== undefined) return this.#use({ stored, origin: damaged.origin });
    }
    const about = readSnapshotAbout(machine.installation);
    const failedSnapshot = damaged.origin === "snapshot" ? failed : undefined;
    const snapshot = await openShipped(this.#around({}), about, warnings, failedSnapshot);
    if (snapshot !== undefined) return this.#use(snapshot);
    throw new ModelForgeError("catalog.unavailable", {
      message: "the cache is damaged and nothing older can answer",
      hint: "run modelforge refresh-cache",
    });
  }
}
