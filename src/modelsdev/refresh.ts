import { isoTime } from "../catalog/dates.ts";
import { ModelForgeError, type Warning } from "../failure.ts";
import type { Lock, System } from "../system/ports.ts";
import { ageOf, isYounger } from "./age.ts";
import { currentGeneration } from "./cache/current.ts";
import type { Store } from "./cache/store.ts";
import type { PreparedGeneration } from "./cache/write-generation.ts";
import { fetchAndKeep } from "./fetch-and-keep.ts";
import type { Journal } from "./journal.ts";
import { busy, waitForLock } from "./lock-store.ts";
import type { Settings } from "./settings.ts";
import type { UrlSource } from "./source.ts";

export interface RefreshContext {
  machine: System;
  settings: Settings;
  source: UrlSource;
  /** Undefined where there is no place for a cache. */
  store: Store | undefined;
  journal: Journal;
}

export interface RefreshWish {
  /** Longest it may take, waiting for another's refresh included. */
  limitMs: number;
  /** Take a catalog that lost more than half. */
  acceptShrink?: boolean;
  /** A catalog confirmed within this time (milliseconds) is as good as one fetched now. Not given: the source is asked. */
  freshForMs?: number;
  /** Give up at once where somebody else is refreshing. */
  unlessBusy?: boolean;
  signal?: AbortSignal;
  onProgress?: (receivedBytes: number, totalBytes: number | undefined) => void;
}

export type Refreshed =
  /** The source sent something; where it could not be kept, `unkept` says why. */
  | {
      outcome: "changed";
      prepared: PreparedGeneration;
      unkept?: ModelForgeError;
      warnings: Warning[];
    }
  /** The source confirmed what is there. */
  | { outcome: "unchanged"; unkept?: ModelForgeError }
  /** Another process did it meanwhile. */
  | { outcome: "by-another" };

/**
 * Brings the cache up to date: one process at a time, freshness looked at again under the lock.
 *
 * Throws `network.*`, `catalog.*`, `cache.busy`, `cancelled`; what is on disk is then as it was.
 */
export async function refresh(context: RefreshContext, wish: RefreshWish): Promise<Refreshed> {
  const { machine, journal } = context;
  const at = isoTime(machine.clock.now());
  const deadline = machine.clock.steady() + wish.limitMs;
  try {
    const lock = await takeTurn(context, wish, deadline);
    if (lock === "by-another") return { outcome: "by-another" };
    try {
      const refreshed = await fetchAndKeep(context, wish, deadline);
      journal.noteAttempt({ at, state: "done", error: null });
      return refreshed;
    } finally {
      await lock?.release();
    }
  } catch (error) {
    if (error instanceof ModelForgeError && error.code !== "cancelled") {
      journal.noteAttempt({
        at,
        state: "failed",
        error: { code: error.code, message: error.message },
      });
    }
    throw error;
  }
}

async function takeTurn(
  { machine, store }: RefreshContext,
  wish: RefreshWish,
  deadline: number,
): Promise<Lock | "by-another" | undefined> {
  if (store === undefined) return undefined;
  const { clock } = machine;
  const before = confirmation(store);
  for (;;) {
    let lock: Lock | undefined;
    try {
      lock = await store.lock();
    } catch (error) {
      // nobody can lock what nobody can write
      if (error instanceof ModelForgeError && error.code === "file.unwritable") return undefined;
      throw error;
    }
    if (isConfirmed(store, before, wish.freshForMs, clock.now())) {
      await lock?.release();
      return "by-another";
    }
    if (lock !== undefined) return lock;
    if (wish.unlessBusy === true || clock.steady() >= deadline) {
      throw busy();
    }
    await waitForLock(clock, wish.signal);
  }
}

/** When the source last confirmed what can still answer; undefined where nothing can. */
function confirmation(store: Store): string | undefined {
  const current = currentGeneration(store);
  if (current === undefined || current.checkSizes().length > 0) return undefined;
  return store.readPointer()?.fetchedAt;
}

/** Whether another process did it: while this one waited for its turn, or recently enough. */
function isConfirmed(
  store: Store,
  before: string | undefined,
  freshForMs: number | undefined,
  now: number,
): boolean {
  const at = confirmation(store);
  if (at === undefined || ageOf(at, now) === undefined) return false;
  return at !== before || (freshForMs !== undefined && isYounger(at, now, freshForMs));
}
