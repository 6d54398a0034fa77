import { isoTime } from "../../catalog/words/dates.ts";
import { ModelForgeError, type Warning } from "../../failure.ts";
import type { Lock, System } from "../../system/ports.ts";
import { ageOf, isYounger } from "../age.ts";
import { current } from "../disk/current.ts";
import { busy, waitForLock } from "../disk/lock-store.ts";
import type { Pointer } from "../disk/manifest.ts";
import type { Store } from "../disk/store.ts";
import type { StoredCatalog } from "../disk/stored-catalog.ts";
import type { Journal } from "../journal.ts";
import type { Settings } from "../settings.ts";
import type { UrlSource } from "../source.ts";
import { fetchAndKeep } from "./fetch-and-keep.ts";

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
  /** Work out at once what answers, and leave it to no later question. */
  prepare?: boolean;
  /** Whoever waits for it looks at every row. */
  allRows?: boolean;
  /** Give up soon where somebody else is refreshing: their catalog is as good. */
  unlessBusy?: boolean;
  /** Where somebody else is at the cache nearly all of the time, an answer that is not kept is better than none. */
  orUnkept?: boolean;
  signal?: AbortSignal;
  onProgress?: (receivedBytes: number, totalBytes: number | undefined) => void;
}

export type Refreshed =
  /** The source sent something; where it could not be kept, `unkept` says why. */
  | {
      outcome: "changed";
      stored: StoredCatalog;
      unkept?: ModelForgeError;
      warnings: Warning[];
    }
  /** The source confirmed what is there. */
  | { outcome: "unchanged"; unkept?: ModelForgeError; warnings: Warning[] }
  /** Another process did it meanwhile. */
  | { outcome: "by-another" };

// the rest is for asking the source
const partToWait = 0.8;
// nobody waits for a refresh in the background, which need not wait for others either
const patienceMs = 3_000;

/**
 * Brings the cache up to date: one process at a time, freshness looked at again under the lock.
 *
 * Throws `network.*`, `catalog.*`, `cache.busy`, `cancelled`; what is on disk is then as it was.
 */
export async function refresh(context: RefreshContext, wish: RefreshWish): Promise<Refreshed> {
  const { machine, journal } = context;
  const began = machine.clock.now();
  const at = isoTime(began);
  const deadline = machine.clock.steady() + wish.limitMs;
  try {
    const lock = await takeTurn(context, wish, began);
    if (lock === "by-another") return { outcome: "by-another" };
    try {
      const refreshed =
        lock === "by-others"
          ? await fetchUnkept(context, wish, deadline)
          : await fetchAndKeep(context, wish, deadline);
      const isLost = refreshed.outcome !== "by-another" && refreshed.unkept !== undefined;
      journal.noteAttempt({ at, state: "done", error: null, ...(isLost ? { lost: true } : {}) });
      return refreshed;
    } finally {
      if (lock !== "by-others") await lock?.release();
    }
  } catch (error) {
    if (error instanceof ModelForgeError && isFailure(error, wish)) {
      journal.noteAttempt({
        at,
        state: "failed",
        error: { code: error.code, message: error.message },
      });
    }
    throw error;
  }
}

/** That somebody else is at it says nothing about the source. */
function isFailure({ code }: ModelForgeError, { unlessBusy }: RefreshWish): boolean {
  return code !== "cancelled" && !(code === "cache.busy" && unlessBusy === true);
}

async function takeTurn(
  { machine, source, store }: RefreshContext,
  wish: RefreshWish,
  began: number,
): Promise<Lock | "by-another" | "by-others" | undefined> {
  if (store === undefined) return undefined;
  const { clock } = machine;
  const part = wish.orUnkept === true ? partToWait * wish.limitMs : wish.limitMs;
  const patience = wish.unlessBusy === true ? patienceMs : part;
  const deadline = clock.steady() + Math.min(patience, wish.limitMs);
  const before = confirmation(store, source.shown);
  for (;;) {
    let lock: Lock | undefined;
    try {
      lock = await store.lock();
    } catch (error) {
      // nobody can lock what nobody can write
      if (error instanceof ModelForgeError && error.code === "file.unwritable") return undefined;
      throw error;
    }
    const after = confirmation(store, source.shown);
    const isDone = isConfirmed(after, { before, began, wish, now: clock.now() });
    // a stored time speaks for bytes that are whole
    if (isDone && holdsBody(store)) {
      await lock?.release();
      return "by-another";
    }
    if (lock !== undefined) return lock;
    if (clock.steady() >= deadline) {
      if (wish.orUnkept === true) return "by-others";
      throw busy();
    }
    await waitForLock(clock, wish.signal);
  }
}

/** Asks the source and leaves the cache to those who are at it. What keeps them is said where there is no time left. */
async function fetchUnkept(
  context: RefreshContext,
  wish: RefreshWish,
  deadline: number,
): Promise<Refreshed> {
  try {
    const fetched = await fetchAndKeep({ ...context, store: undefined }, wish, deadline);
    return fetched.outcome === "by-another" ? fetched : { ...fetched, unkept: busy() };
  } catch (error) {
    throw error instanceof ModelForgeError && error.code === "network.timed-out" ? busy() : error;
  }
}

/** What says when the source last confirmed what is there; undefined where nothing is. */
function confirmation(store: Store, shown: string): Pointer | undefined {
  const { pointer, generation } = current(store);
  return generation?.manifest.source === shown ? pointer : undefined;
}

/** What was worked out may be gone or damaged: the body has to be whole. */
function holdsBody(store: Store): boolean {
  const { generation } = current(store);
  try {
    return generation?.holdsBody() === true;
  } finally {
    generation?.close();
  }
}

interface Waited {
  /** The pointer when this process began to wait, and the time then. */
  before: Pointer | undefined;
  began: number;
  wish: RefreshWish;
  now: number;
}

/** Whether the source need not be asked any more: another process did while this one waited for its turn, or recently enough. */
function isConfirmed(pointer: Pointer | undefined, { before, began, wish, now }: Waited): boolean {
  if (pointer === undefined || ageOf(pointer.fetchedAt, now) === undefined) return false;
  const hasMoved = pointer.fetchedAt !== before?.fetchedAt;
  const { freshForMs } = wish;
  if (freshForMs !== undefined) {
    // what was restored a moment ago is not to be replaced behind its back
    if (isYounger(pointer.fetchedAt, now, freshForMs) || (hasMoved && pointer.restored === true)) {
      return true;
    }
  }
  // a restored or repaired one has another time, and nobody asked the source
  return hasMoved && pointer.restored !== true && Date.parse(pointer.fetchedAt) >= began;
}
