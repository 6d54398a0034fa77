import { ModelForgeError, type Warning } from "../failure.ts";
import type { System } from "../system/ports.ts";
import { isYounger } from "./age.ts";
import { type AskOptions, closeness } from "./ask-options.ts";
import { openOlder, openStored } from "./disk/open-stored.ts";
import type { Store } from "./disk/store.ts";
import type { Failed, Opening, StoredCatalog } from "./disk/stored-catalog.ts";
import { openFileSource } from "./file/file-source.ts";
import type { Journal } from "./journal.ts";
import type { Refreshed, RefreshWish } from "./refresh/refresh.ts";
import type { Settings } from "./settings.ts";
import { readSnapshotAbout, type SnapshotAbout } from "./snapshot/snapshot.ts";
import { openSnapshot } from "./snapshot/snapshot-store.ts";
import type { Source } from "./source.ts";
import type { Origin } from "./stamp.ts";
import { unkeptWarning, whyUnkept } from "./unkept.ts";
import {
  mayShip,
  offlineRefresh,
  refuseIfRefused,
  wayOut,
  withStandIn,
  withWayOut,
} from "./way-out.ts";

/** What opening a catalog works with. */
export interface Surroundings {
  machine: System;
  settings: Settings;
  source: Source;
  store: Store | undefined;
  journal: Journal;
  failed: Failed;
  refresh(wish: RefreshWish): Promise<Refreshed>;
}

export interface OpenedCatalog {
  stored: StoredCatalog;
  origin: Origin;
}

// where something older can answer, three seconds of waiting are what something newer is worth
const standInWaitMs = 3_000;
const dayMs = 86_400_000;
// of asking the source, where others clear the cache all the time
const mostTries = 3;

/** The one policy: what is on disk, whatever its age; else the network, within limits; else the snapshot. */
export async function openCatalog(
  around: Surroundings,
  options: AskOptions,
  warnings: Warning[],
): Promise<OpenedCatalog> {
  const { source, settings, journal } = around;
  if (source.kind === "file") {
    const mustRead = options.refresh === true && options.orFail === true;
    const acceptShrink = options.acceptShrink === true;
    const opened = await openFileSource({
      ...around,
      source,
      warnings,
      mustRead,
      acceptShrink,
      signal: options.signal,
      ...closeness(options),
    });
    journal.noteAnswer(opened.stored.generation === undefined ? "M" : "H");
    return opened;
  }
  const offline = options.offline === true || settings.offline;
  if (options.refresh === true) return openRefreshed(around, options, offline, warnings);
  const stored = await openOnDisk(around, warnings);
  // nothing ever was there, or it is lost
  if (stored === undefined) {
    return offline ? openWithoutNetwork(around, warnings) : openFirst(around, options, warnings);
  }
  return orNewerSnapshot(around, stored, warnings);
}

export async function openOnDisk(
  around: Surroundings,
  warnings: Warning[],
): Promise<StoredCatalog | undefined> {
  const opening = openingOf(around, warnings);
  return opening && (await openStored(opening));
}

function openingOf(around: Surroundings, warnings: Warning[]): Opening | undefined {
  const { store, machine, settings, source, failed } = around;
  return store && { store, machine, settings, source: source.shown, warnings, failed };
}

async function openRefreshed(
  around: Surroundings,
  options: AskOptions,
  offline: boolean,
  warnings: Warning[],
): Promise<OpenedCatalog> {
  const { settings } = around;
  try {
    if (offline) throw offlineRefresh();
    const wish = {
      limitMs: settings.timeoutMs,
      ...(options.ifStale === true ? { freshForMs: settings.ttlMs, unlessBusy: true } : {}),
      acceptShrink: options.acceptShrink === true,
      prepare: options.prepare === true,
      ...closeness(options),
    };
    return await openNewest(around, wish, warnings, options.orFail !== true);
  } catch (error) {
    if (options.orFail === true) {
      throw await withStandIn(error, around, () => openOnDisk(around, warnings));
    }
    return openInstead(around, error, warnings);
  }
}

async function openFirst(
  around: Surroundings,
  options: AskOptions,
  warnings: Warning[],
): Promise<OpenedCatalog> {
  const { machine, settings, source, store } = around;
  const about = readSnapshotAbout(machine.installation);
  const now = machine.clock.now();
  const hasOlder = store !== undefined && store.generationNames().length > 0;
  const hasStandIn = hasOlder || (about !== undefined && mayShip(around, about));
  const isYoung = about?.standsFor === source.shown && isYounger(about.takenAt, now, dayMs);
  const snapshot = isYoung ? await openShipped(around, about, warnings) : undefined;
  if (snapshot !== undefined) return snapshot;
  // whoever is offline should not wait with every command
  if (hasStandIn && around.journal.hasJustFailed(now)) {
    const older = await openOlderOne(around, about, warnings);
    if (older !== undefined) return older;
  }
  refuseIfRefused(around);
  const { timeoutMs, ttlMs } = settings;
  try {
    const limitMs = hasStandIn ? Math.min(standInWaitMs, timeoutMs) : timeoutMs;
    // a stored time speaks for bytes that can be read
    const freshness = around.failed.size === 0 ? { freshForMs: ttlMs } : {};
    const wish = { limitMs, ...freshness, ...closeness(options), orUnkept: true };
    return await openNewest(around, wish, warnings);
  } catch (error) {
    return openInstead(around, error, warnings);
  }
}

/** Refreshes; once more where another process has cleared away what the source or a third had just confirmed. */
async function openNewest(
  around: Surroundings,
  wish: RefreshWish,
  warnings: Warning[],
  isAnswer = true,
): Promise<OpenedCatalog> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const refreshed = await around.refresh(wish);
    const opened = await openAfter(around, refreshed, warnings);
    const reason = whyUnkept(refreshed, around.settings.cacheDirectory);
    if (reason !== undefined) tellUnkept(unkeptWarning(reason, isAnswer), warnings);
    if (opened === undefined) continue;
    around.journal.noteAnswer("M");
    return opened;
  }
  throw new ModelForgeError("catalog.unavailable", {
    message: "the catalog was refreshed, but it is gone from the cache again",
    hint: "run the command again; check that nothing else clears the cache directory",
  });
}

/** What was said of the same thing when it was read is in it. */
function tellUnkept(unkept: Warning, warnings: Warning[]): void {
  const others = warnings.filter(({ message }) => !unkept.message.endsWith(message));
  warnings.splice(0, warnings.length, ...others, unkept);
}

async function openAfter(
  around: Surroundings,
  refreshed: Refreshed,
  warnings: Warning[],
): Promise<OpenedCatalog | undefined> {
  if (refreshed.outcome !== "by-another") warnings.push(...refreshed.warnings);
  if (refreshed.outcome === "changed") {
    return { stored: refreshed.stored, origin: "network" };
  }
  const stored = await openOnDisk(around, warnings);
  if (stored === undefined) return undefined;
  return { stored, origin: refreshed.outcome === "unchanged" ? "network" : "cache" };
}

/** The source failed: something older answers and says so, or the failure is the answer. */
async function openInstead(
  around: Surroundings,
  error: unknown,
  warnings: Warning[],
): Promise<OpenedCatalog> {
  if (!isFailureOfSource(error)) throw error;
  const about = readSnapshotAbout(around.machine.installation);
  const stored = await openOnDisk(around, warnings);
  const older =
    stored === undefined
      ? await openOlderOne(around, about, warnings)
      : await orNewerSnapshot(around, stored, warnings);
  if (older === undefined) throw withWayOut(error, around, about);
  const what = older.origin === "snapshot" ? "the snapshot" : "the catalog";
  warnings.push({
    code: error.code,
    message: `could not refresh: ${error.message}; answering from ${what} of ${older.stored.fetchedAt}`,
  });
  return older;
}

/** In place of what is not there: an older generation, or the snapshot. */
async function openOlderOne(
  around: Surroundings,
  about: SnapshotAbout | undefined,
  warnings: Warning[],
): Promise<OpenedCatalog | undefined> {
  const found: Warning[] = [];
  const opening = openingOf(around, found);
  const stored = opening && (await openOlder(opening));
  const opened =
    stored === undefined
      ? await openShipped(around, about, found)
      : await orNewerSnapshot(around, stored, found);
  const isShipped = opened?.origin === "snapshot";
  // a generation that gave way to the snapshot has not answered
  warnings.push(...found.filter(({ code }) => !isShipped || code !== "cache.older-generation"));
  return opened;
}

/** Failures an older catalog can make up for; a mistake in the settings or Ctrl-C is not among them. */
function isFailureOfSource(error: unknown): error is ModelForgeError {
  return error instanceof ModelForgeError && /^(network|catalog|cache|file)\./.test(error.code);
}

async function openWithoutNetwork(
  around: Surroundings,
  warnings: Warning[],
): Promise<OpenedCatalog> {
  const about = readSnapshotAbout(around.machine.installation);
  const older = await openOlderOne(around, about, warnings);
  if (older !== undefined) return older;
  throw new ModelForgeError("catalog.unavailable", {
    message: `there is no catalog of ${around.source.shown} on disk, and the network is not to be asked`,
    hint: `run modelforge refresh-cache once while online${wayOut(around, about)}`,
  });
}

/** The package may have been updated more recently than a stale cache. */
async function orNewerSnapshot(
  around: Surroundings,
  stored: StoredCatalog,
  warnings: Warning[],
): Promise<OpenedCatalog> {
  const about = newerSnapshot(around, stored);
  const newer = about && (await openShipped(around, about, warnings));
  if (newer === undefined) {
    around.journal.noteAnswer("H");
    return { stored, origin: "cache" };
  }
  stored.close();
  return newer;
}

function newerSnapshot(around: Surroundings, stored: StoredCatalog): SnapshotAbout | undefined {
  const { machine, settings, source } = around;
  // what was restored by hand stays until a refresh is asked for
  if (stored.pointer?.restored === true) return undefined;
  if (isYounger(stored.fetchedAt, machine.clock.now(), settings.ttlMs)) return undefined;
  const about = readSnapshotAbout(machine.installation);
  const { fetchedAt, pointer } = stored;
  const known = pointer?.notBefore ?? fetchedAt;
  const isNewer = about?.standsFor === source.shown && about.takenAt > known;
  return isNewer ? about : undefined;
}

/** The snapshot as an answer, where it may be one. */
async function openShipped(
  around: Surroundings,
  about: SnapshotAbout | undefined,
  warnings: Warning[],
): Promise<OpenedCatalog | undefined> {
  if (about === undefined || !mayShip(around, about)) return undefined;
  const { machine, settings, source, journal, failed } = around;
  const opening = { machine, settings, warnings, failed };
  const stored = await openSnapshot(about, settings.cacheDirectory, opening);
  if (stored === undefined) return undefined;
  journal.noteAnswer("S");
  if (about.standsFor !== source.shown) {
    warnings.push({
      code: "snapshot.other-source",
      message: `this is not the catalog of ${source.shown} but the snapshot of ${about.standsFor} that came with ModelForge`,
    });
  }
  return { stored, origin: "snapshot" };
}
