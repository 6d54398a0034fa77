import { isoTime } from "../catalog/dates.ts";
import { ModelForgeError } from "../failure.ts";
import type { Lock, System } from "../system/ports.ts";
import type { Store } from "./cache/store.ts";
import type { PreparedGeneration } from "./cache/write-generation.ts";
import { fetchAndKeep } from "./fetch-and-keep.ts";
import type { Journal } from "./journal.ts";
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
  /** A catalog confirmed since this time (milliseconds) is as good as one fetched now. */
  freshSince: number;
  /** Give up at once where somebody else is refreshing. */
  unlessBusy?: boolean;
  signal?: AbortSignal;
  onProgress?: (receivedBytes: number, totalBytes: number | undefined) => void;
}

export type Refreshed =
  /** The source sent something; where it could not be kept, `unkept` says why. */
  | { outcome: "changed"; prepared: PreparedGeneration; unkept?: ModelForgeError }
  /** The source confirmed what is there. */
  | { outcome: "unchanged" }
  /** Another process did it meanwhile. */
  | { outcome: "by-another" };

const pollMs = 40;

/**
 * Brings the cache up to date: one process at a time, freshness looked at again under the lock.
 *
 * Throws `network.*`, `catalog.*`, `cache.busy`, `cancelled`; what is on disk is then as it was.
 */
export async function refresh(context: RefreshContext, wish: RefreshWish): Promise<Refreshed> {
  const { machine, journal } = context;
  const at = isoTime(machine.clock.now());
  const deadline = machine.clock.now() + wish.limitMs;
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
  for (;;) {
    let lock: Lock | undefined;
    try {
      lock = await store.lock();
    } catch (error) {
      // nobody can lock what nobody can write
      if (error instanceof ModelForgeError && error.code === "file.unwritable") return undefined;
      throw error;
    }
    if (confirmedSince(store, wish.freshSince)) {
      await lock?.release();
      return "by-another";
    }
    if (lock !== undefined) return lock;
    if (wish.unlessBusy === true || clock.now() >= deadline) {
      throw new ModelForgeError("cache.busy", {
        message: "another process is refreshing the catalog and is not done yet",
        hint: "try again in a moment",
      });
    }
    await clock.wait(pollMs * (1 + clock.random()), wish.signal);
  }
}

function confirmedSince(store: Store, since: number): boolean {
  try {
    const pointer = store.readPointer();
    return pointer !== undefined && Date.parse(pointer.fetchedAt) >= since;
  } catch (error) {
    if (error instanceof ModelForgeError && error.code === "cache.damaged") return false;
    throw error;
  }
}
