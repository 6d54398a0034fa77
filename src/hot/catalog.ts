import { type CatalogView, PreparedView } from "../catalog/view.ts";
import { isUnusual } from "../modelsdev/unusual.ts";
import { isYounger } from "../modelsdev/age.ts";
import type { Answer, AskOptions, CatalogDoor } from "../modelsdev/client.ts";
import type { CatalogAbout } from "../modelsdev/disk/manifest.ts";
import { StoreReader } from "../modelsdev/disk/store-reader.ts";
import { addsTo } from "../modelsdev/own/adds-to.ts";
import { saysOfProject } from "../modelsdev/own/own-row.ts";
import { isJoinedOf, joinedKey, saidText } from "../modelsdev/own/joined-store.ts";
import { plainSource } from "../modelsdev/plain-source.ts";
import type { Settings } from "../modelsdev/settings.ts";
import type { Source } from "../modelsdev/source.ts";
import { stampOf } from "../modelsdev/stamp.ts";
import { isMarker, markerName } from "../places/marker.ts";
import type { System } from "../system/ports.ts";
import { giveUp } from "./give-up.ts";

interface Opened {
  view: CatalogView;
  manifest: CatalogAbout;
}

const defaultSource = "https://models.dev";

/** The catalog on disk where nothing about it is in doubt: fresh, whole, of this very source. */
export class HotCatalog implements CatalogDoor {
  readonly settings: Settings;
  readonly source: Source;
  readonly unanswering = undefined;
  readonly #machine: System;
  readonly #directories: { cache: string; state: string };

  constructor(machine: System, settings: Settings) {
    const { source = defaultSource, cacheDirectory, stateDirectory } = settings;
    if (!settings.catalogEnabled) giveUp();
    this.settings = settings;
    this.#machine = machine;
    this.source = plainSource(source.trim(), machine.codec) ?? giveUp();
    this.#directories = { cache: cacheDirectory ?? giveUp(), state: stateDirectory ?? giveUp() };
  }

  async ask<Result>(
    options: AskOptions,
    question: (view: CatalogView, about: CatalogAbout) => Result,
  ): Promise<Answer<Result>> {
    const { settings, source } = this;
    const now = this.#machine.clock.now();
    const store = new StoreReader(this.#directories.cache, source.key, this.#machine);
    const pointer = store.readPointer() ?? giveUp();
    const { fetchedAt, generation } = pointer;
    const isSure = options.refresh !== true && isYounger(fetchedAt, now, settings.ttlMs);
    if (!isSure) giveUp();
    const { view, manifest } = this.#joined(generation) ?? this.#sent(store, generation);
    // there is something to say of the catalog with every answer from it
    if (isUnusual(manifest)) giveUp();
    const result = question(view, manifest);
    const catalog = stampOf(manifest, "cache", fetchedAt, { now, ttlMs: settings.ttlMs });
    return { result, catalog, warnings: [] };
  }

  /** The catalog as the source sent it, where the configuration adds nothing to it. */
  #sent(store: StoreReader, generation: string): Opened {
    const { manifest, parts } = store.openPrepared(generation) ?? giveUp();
    if (manifest.source !== this.source.shown) giveUp();
    const view = new PreparedView(parts);
    return this.settings.ownRows.some((one) => addsTo(view, one)) ? giveUp() : { view, manifest };
  }

  /** With what the configuration says of models; undefined where nothing was worked out of that. */
  #joined(generation: string): Opened | undefined {
    const { ownRows } = this.settings;
    if (ownRows.length === 0) return undefined;
    // there is a word to say of it
    if (ownRows.some(saysOfProject)) giveUp();
    const { shown } = this.source;
    const said = saidText(ownRows);
    const machine = this.#machine;
    const key = joinedKey(shown, said, machine.codec);
    const store = new StoreReader(this.#directories.cache, key, machine);
    const pointer = store.readPointer();
    if (pointer === undefined) return undefined;
    const { manifest, parts } = store.openPrepared(pointer.generation) ?? giveUp();
    if (!isJoinedOf(manifest, generation, shown, said)) giveUp();
    return { view: new PreparedView(parts), manifest: { ...manifest, source: shown } };
  }

  /** Counts an answer from the cache, where the count is in a place that is ours beyond doubt. */
  noteAnswer(): void {
    const { files } = this.#machine;
    const { state } = this.#directories;
    const marker = files.read(`${state}/${markerName}`) ?? giveUp();
    if (!isMarker(marker)) giveUp();
    const ways = [`${state}/catalog`, `${state}/catalog/${this.source.key}`];
    for (const way of ways) if (files.info(way)?.kind !== "directory") giveUp();
    const path = `${ways[1]}/answers`;
    if (files.info(path) === undefined) giveUp();
    files.append(path, "H");
  }

  // what follows is asked where an answer is stale, missing or written, and none of these is given here
  get store(): never {
    return giveUp();
  }

  get caches(): never {
    return giveUp();
  }

  get journal(): never {
    return giveUp();
  }

  get isUnprepared(): never {
    return giveUp();
  }

  prepare(): never {
    return giveUp();
  }

  wantsBackgroundRefresh(): never {
    return giveUp();
  }

  notices(): never {
    return giveUp();
  }

  hold(): never {
    return giveUp();
  }

  letGo(): never {
    return giveUp();
  }

  close(): never {
    return giveUp();
  }
}
