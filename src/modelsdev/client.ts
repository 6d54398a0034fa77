import { type CatalogView, NotPrepared } from "../catalog/view.ts";
import type { ModelForgeError, Warning } from "../failure.ts";
import type { System } from "../system/ports.ts";
import { aboutWarnings } from "./about-warnings.ts";
import type { AskOptions } from "./ask-options.ts";
import { withoutDoubles, withWarnings } from "./answer-warnings.ts";
import { keyOfCache } from "./disk/key-of-cache.ts";
import type { CatalogAbout } from "./disk/manifest.ts";
import { mayBeGoing } from "./disk/may-be-going.ts";
import { isMissing } from "./disk/read-errors.ts";
import { Store } from "./disk/store.ts";
import { Journal } from "./journal.ts";
import { type OpenedCatalog, openCatalog, openOnDisk, type Surroundings } from "./policy.ts";
import { OneRefresh } from "./refresh/one-refresh.ts";
import { asking, fullerThan } from "./fuller.ts";
import { isRefreshDue } from "./refresh-due.ts";
import { QuerySalt } from "./disk/query-salt.ts";
import { Question } from "./question.ts";
import type { Settings } from "./settings.ts";
import { parseSource, type Source } from "./source.ts";
import { sparing } from "./spare-source.ts";
import { type CatalogStamp, type Origin, stampOf } from "./stamp.ts";
import { surroundings } from "./surroundings.ts";
import { ownAlone, withOwn } from "./with-own.ts";
import {
  damageWarning,
  type Failed,
  failureOfPart,
  noteDamage,
  type StoredCatalog,
} from "./disk/stored-catalog.ts";

export type { AskOptions } from "./ask-options.ts";

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

/** What whoever asks needs of an access: another may answer in its place. */
export type CatalogDoor = Omit<CatalogAccess, typeof Symbol.dispose>;

/** The door to the catalog of one source. Nothing happens before the first question. */
export class CatalogAccess {
  readonly settings: Settings;
  readonly source: Source;
  readonly #machine: System;
  readonly #salt: QuerySalt;
  #kept: { caches: Store | undefined; journal: Journal } | undefined;
  #current: Current | undefined;
  #held: { of: Current; stored: StoredCatalog; view: CatalogView } | undefined;
  #isAsSent = false;
  #unanswering: CatalogStamp | undefined;
  readonly #refresh = new OneRefresh();
  readonly #untold: Warning[];

  constructor(given: System, settings: Settings) {
    this.settings = settings;
    this.#salt = new QuerySalt(settings.cacheDirectory, given);
    this.source = parseSource(settings.source, given, () => this.#salt.read());
    this.#machine = sparing(given, this.source);
    this.#untold = this.#salt.warnings;
  }

  /** Undefined where there is no place for a cache, or none that the next command could find again. */
  get store(): Store | undefined {
    return this.#salt.isLost ? undefined : this.#keep().caches;
  }

  /** The way to the caches of all sources; undefined where there is no place for any. */
  get caches(): Store | undefined {
    return this.#keep().caches;
  }

  get journal(): Journal {
    return this.#keep().journal;
  }

  /** Where catalog and notes of this source are kept. It is looked for when it is first needed. */
  #keep(): { caches: Store | undefined; journal: Journal } {
    if (this.#kept !== undefined) return this.#kept;
    const { source, settings } = this;
    const { cacheDirectory, stateDirectory } = settings;
    const machine = this.#machine;
    const key =
      cacheDirectory === undefined ? source.key : keyOfCache(source, cacheDirectory, machine);
    this.#kept = {
      caches: cacheDirectory === undefined ? undefined : new Store(cacheDirectory, key, machine),
      journal: new Journal(stateDirectory, key, machine.files, new Question(source, machine)),
    };
    return this.#kept;
  }

  /**
   * Asks a question of the catalog. Where a part turns out damaged while it is read,
   * the next best takes its place and the question is asked again.
   *
   * Throws what the question throws, and `network.*`, `catalog.*`, `file.*` where nothing can answer.
   */
  async ask<T>(
    options: AskOptions,
    question: (view: CatalogView, about: CatalogAbout) => T,
  ): Promise<Answer<T>> {
    const warnings = this.notices();
    const failed = new Map<string, "damaged" | "unreadable">();
    try {
      let current = await this.#open(options, failed, warnings);
      for (let repairs = 0; ; repairs += 1) {
        try {
          const asked = asking(current, this.#machine, question);
          const result = asked instanceof Promise ? await asked : asked;
          const told = [...warnings, ...aboutWarnings(current.stored.about)];
          return { result, catalog: this.#stamp(current), warnings: withoutDoubles(told) };
        } catch (error) {
          const fuller = await fullerThan(current.stored, error, warnings);
          if (fuller !== undefined) {
            current = this.#become(fuller, current.origin);
            continue;
          }
          const failure = failureOfPart(current.stored, error, this.settings.cacheDirectory);
          if (failure === undefined || repairs === mostRepairs) {
            this.#unanswering = this.#stamp(current);
            throw withWarnings(error, aboutWarnings(current.stored.about));
          }
          const isGoing = isMissing(error) && (await this.#isGoing());
          // what another process cleared away, or is about to, is not damaged
          if (isGoing || !current.stored.isGone()) {
            failed.set(current.stored.generation ?? "", failure);
            if (!isGoing) warnings.push(damageWarning(error as ModelForgeError));
          }
          current = await this.#replace(current, options, failed, warnings);
        } finally {
          // a program may hold many clients, and each catalog has a dozen files
          current.stored.close();
        }
      }
    } catch (error) {
      throw withWarnings(error, withoutDoubles(warnings));
    }
  }

  /**
   * The catalog for as long as the caller wants it: all its files are open, so that it stays readable when it is
   * replaced or removed. They are closed with this access, or when nobody holds the catalog any more.
   */
  hold(options: AskOptions): Promise<Answer<CatalogView>> {
    // as a question, so that what is missing is replaced
    return this.ask(options, () => this.#hold());
  }

  #hold(): CatalogView {
    const current = this.#current;
    if (current === undefined) throw new TypeError("the catalog that is asked is open");
    if (current.stored.unprepared !== undefined) throw new NotPrepared();
    if (this.#held?.of !== current) {
      const stored = current.stored.hold();
      this.#held = { of: current, stored, view: stored.view() };
    }
    return this.#held.view;
  }

  /** What there is to know of the cache's place, said once. */
  notices(): Warning[] {
    return this.#untold.splice(0);
  }

  /** The catalog of which the last question that failed was asked; undefined where there was none to ask. */
  get unanswering(): CatalogStamp | undefined {
    return this.#unanswering;
  }

  /** Whether a refresh in the background is due: a stale answer from disk, and none tried lately. */
  wantsBackgroundRefresh(stamp: CatalogStamp): boolean {
    const { settings, source } = this;
    if (!settings.backgroundRefresh || source.kind === "file") return false;
    const pointer = this.#current?.stored.pointer;
    return isRefreshDue(stamp, pointer, this.journal, this.#machine.clock.now());
  }

  /** Whether what answered is on disk and still to be worked out. */
  get isUnprepared(): boolean {
    return this.#current?.stored.unprepared?.isKept === true;
  }

  /** Works out what is on disk and is not yet. Asks nobody. */
  async prepare(): Promise<void> {
    const around = this.#around({ offline: true }, new Map());
    const stored = await openOnDisk(around, []);
    const opened = stored && (await withOwn({ stored, origin: "cache" }, around, []));
    opened?.stored.close();
  }

  /** What answered is on its way out: the next question looks anew. What somebody holds stays theirs. */
  letGo(): void {
    this.#current?.stored.close();
    this.#current = undefined;
  }

  close(): void {
    this.letGo();
    this.#held?.stored.close();
    this.#held = undefined;
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #stamp({ stored, origin }: OpenedCatalog): CatalogStamp {
    return stampOf(stored.about, origin, stored.fetchedAt, {
      now: this.#machine.clock.now(),
      ttlMs: this.settings.ttlMs,
    });
  }

  async #open(options: AskOptions, failed: Failed, warnings: Warning[]): Promise<Current> {
    const { source } = this;
    // what came through a pipe comes but once
    const isStream = source.kind === "file" && source.isStream;
    const canStay = isStream || (options.refresh !== true && source.kind === "url");
    const known = this.#current;
    const isSame = this.#isAsSent === (options.asSent === true);
    if (known !== undefined && isSame && canStay && !this.#isOutdated(known)) {
      // whoever asks again will ask more: the rows take a hundred times the memory
      const fuller = await fullerThan(known.stored, new NotPrepared(), warnings);
      return fuller === undefined ? known : this.#become(fuller, known.origin);
    }
    return this.#openAnew(options, failed, warnings);
  }

  /** In a program that runs for days: another process may have brought a newer catalog meanwhile. */
  #isOutdated(current: Current): boolean {
    if (!this.#stamp(current).stale) return false;
    const pointer = noteDamage([], () => this.store?.readPointer());
    return pointer !== undefined && pointer.fetchedAt !== current.stored.fetchedAt;
  }

  async #openAnew(options: AskOptions, failed: Failed, warnings: Warning[]): Promise<Current> {
    const { stored, origin } = await this.#openWith(options, failed, warnings);
    this.#isAsSent = options.asSent === true;
    return this.#become({ stored, view: stored.view() }, origin);
  }

  async #openWith(
    options: AskOptions,
    failed: Failed,
    warnings: Warning[],
  ): Promise<OpenedCatalog> {
    const { catalogEnabled, ownRows } = this.settings;
    if (!catalogEnabled) return ownAlone(ownRows, this.#machine, options);
    const around = this.#around(options, failed);
    const opened = await openCatalog(around, options, warnings);
    return options.asSent === true ? opened : withOwn(opened, around, warnings);
  }

  #become(opened: Pick<Current, "stored" | "view">, origin: Origin): Current {
    this.#current?.stored.close();
    this.#current = { ...opened, origin };
    return this.#current;
  }

  #around(options: AskOptions, failed: Failed): Surroundings {
    const { settings, source, store, journal } = this;
    const machine = this.#machine;
    const of = { machine, settings, source, store, journal, failed };
    return surroundings(of, options, this.#refresh);
  }

  /** Something else in the place of a catalog that could not be read: the same made anew, or whatever comes next. */
  async #replace(
    unread: Current,
    options: AskOptions,
    failed: Failed,
    warnings: Warning[],
  ): Promise<Current> {
    const again = { ...options, refresh: false };
    const opened = await this.#openAnew(again, failed, warnings);
    const isSame =
      opened.origin === "cache" && opened.stored.about.digest === unread.stored.about.digest;
    if (isSame) opened.origin = unread.origin;
    return opened;
  }

  async #isGoing(): Promise<boolean> {
    return this.store !== undefined && (await mayBeGoing(this.store, this.#machine.files));
  }
}
