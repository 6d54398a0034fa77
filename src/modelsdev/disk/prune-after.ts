import { ModelForgeError, type Warning } from "../../failure.ts";
import type { Lock } from "../../system/ports.ts";
import { skippedWarnings } from "./left-out.ts";
import type { MountEyes } from "./mounts.ts";
import { isUnkept } from "./read-errors.ts";
import { type PruneMachine, type Pruning, prune } from "./prune.ts";
import { Remover } from "./remover.ts";
import type { Store } from "./store.ts";
import { lookedAt, nothingRemoved } from "../../places/remove-ours.ts";
import { isJoinedKey } from "../own/joined-store.ts";
import { storeVersion } from "./names.ts";
import { orphansOf } from "./victims.ts";
import { Journal } from "../journal.ts";
import type { Settings } from "../settings.ts";

type PruneSettings = Pick<Settings, "maxCacheBytes" | "stateDirectory">;

/**
 * Makes the caches of all sources fit their limit, the ones asked last staying longest. The caller holds the lock of
 * `store`; of the others, those stay as they are that somebody is at.
 */
export async function pruneCaches(
  store: Store,
  machine: PruneMachine,
  settings: PruneSettings,
): Promise<Pruning> {
  const locks: Lock[] = [];
  const stores: Store[] = [];
  try {
    for (const one of store.siblings()) {
      const lock = one === store ? unlocked : await lockOrNot(one);
      if (lock === undefined) continue;
      stores.push(one);
      locks.push(lock);
    }
    return prune(store, machine, { ...wishFor(store, machine, settings), stores });
  } finally {
    for (const lock of locks) await lock.release();
    const orphans = orphansOf(store, machine);
    const mayGo = (key: string): boolean => orphans.has(key) || isJoinedKey(key);
    for (const one of stores) if (mayGo(one.sourceKey)) removeEmpty(one, machine);
  }
}

/** The directory of a source that nobody comes back for; one that may not be removed costs nobody anything. */
function removeEmpty(store: Store, machine: PruneMachine): void {
  try {
    new Remover(store, machine, "removes").directory();
  } catch (error) {
    if (!isUnkept(error)) throw error;
  }
}

/** What `pruneCaches` would do if nobody were at any of them. */
export function measurePruning(
  store: Store,
  machine: PruneMachine,
  settings: PruneSettings,
): Pruning {
  const stores = store.siblings();
  return prune(store, machine, { ...wishFor(store, machine, settings), stores, dryRun: true });
}

function wishFor(
  { cacheDirectory }: Store,
  { clock, files }: PruneMachine,
  settings: PruneSettings,
) {
  const now = clock.now();
  // of what is worked out for a configuration nobody counts the answers
  const madeMs = (key: string): number =>
    lookedAt(`${cacheDirectory}/${storeVersion}/${key}/current.json`, files, nothingRemoved())
      ?.modifiedMs ?? 0;
  return {
    maxBytes: settings.maxCacheBytes,
    lastUse: (sourceKey: string) => {
      const at = isJoinedKey(sourceKey)
        ? madeMs(sourceKey)
        : new Journal(settings.stateDirectory, sourceKey, files).lastAnswerMs();
      // a time ahead of this clock is as far away as one behind it
      return now - Math.abs(now - at);
    },
  };
}

const unlocked: Lock = { release: async () => undefined };

/** Undefined where somebody is at it. Nobody is where nobody can write, and pruning then says so. */
async function lockOrNot(store: Store): Promise<Lock | undefined> {
  try {
    return await store.lock();
  } catch (error) {
    if (isUnkept(error)) return unlocked;
    throw error;
  }
}

/** The same after something was kept. What goes wrong is said; what was kept is kept all the same. */
export async function pruneAfter(
  store: Store,
  machine: PruneMachine,
  settings: PruneSettings,
  warnings: Warning[],
): Promise<void> {
  try {
    const found = pruneWarnings(
      await pruneCaches(store, machine, settings),
      store.cacheDirectory,
      machine.files,
    );
    // one question may keep two things: what the cache takes after the last of them is what it takes
    const outdated = warnings.findIndex(({ code }) => code === overLimit);
    if (outdated >= 0) warnings.splice(outdated, 1);
    warnings.push(...found);
  } catch (error) {
    if (!(error instanceof ModelForgeError)) throw error;
    warnings.push({
      code: "cache.not-pruned",
      message: `the cache was not cleaned up: ${error.message}`,
    });
  }
}

const overLimit = "cache.over-limit";

/** What a person should know of a clean-up. */
export function pruneWarnings(
  { bytes, maxBytes, neededBytes, refusals }: Pruning,
  root: string,
  files: MountEyes,
): Warning[] {
  const warnings = skippedWarnings(refusals, root, files);
  if (neededBytes === null) return warnings;
  const message = `the cache takes ${inBytes(bytes)}, more than the ${inBytes(maxBytes)} it may: the last catalog of a source is never removed; MODELFORGE_MAX_CACHE_SIZE=${Math.ceil(neededBytes / 1e6)}MB would do`;
  return [...warnings, { code: overLimit, message }];
}

function inBytes(bytes: number): string {
  return bytes < 10e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
