import { ModelForgeError } from "../../failure.ts";
import type { Clock, Lock } from "../../system/ports.ts";
import type { Store } from "./store.ts";

const pollMs = 40;

export interface Waiting {
  /** Steady time at which waiting ends. */
  deadline: number;
  signal?: AbortSignal | undefined;
}

/** Waits for the lock of a source. Throws `cache.busy`, `cancelled`, `file.unwritable`. */
export async function lockStore(store: Store, clock: Clock, waiting: Waiting): Promise<Lock> {
  for (;;) {
    const lock = await store.lock();
    if (lock !== undefined) return lock;
    if (clock.steady() >= waiting.deadline) throw busy();
    await waitForLock(clock, waiting.signal);
  }
}

/**
 * Does something to the cache of a source if nobody else is at it; undefined if somebody is. What one process alone may
 * change (the pointer above all) is looked at and changed within one of these. Throws `file.unwritable`.
 */
export async function ifFree<T>(store: Store, act: () => T | Promise<T>): Promise<T | undefined> {
  const lock = await store.lock();
  if (lock === undefined) return undefined;
  try {
    return await act();
  } finally {
    await lock.release();
  }
}

export async function waitForLock(clock: Clock, signal: AbortSignal | undefined): Promise<void> {
  await clock.wait(pollMs * (1 + clock.random()), signal);
}

export function busy(): ModelForgeError {
  return new ModelForgeError("cache.busy", {
    message: "another process is refreshing, clearing or pruning this cache and is not done yet",
    hint: "try again in a moment",
  });
}
