import type { Pruned } from "../../modelsdev/cache/prune.ts";
import { lockStore } from "../../modelsdev/lock-store.ts";
import { pruneCaches, pruneWarnings } from "../../modelsdev/prune-after.ts";
import { sizeOf } from "../../places/size.ts";
import type { Operation } from "../operation.ts";

export interface CachePruneInput {
  /** Bytes the cache may keep; MODELFORGE_MAX_CACHE_SIZE if not given. */
  maxBytes?: number;
  /** Say what would go, remove nothing. */
  dryRun?: boolean;
}

export const cachePrune: Operation<CachePruneInput, Pruned> = {
  name: "cache-prune",
  summary: "Removes what the cache can spare until it fits its limit.",
  effect: "writes",
  run: async ({ access, machine }, { maxBytes, dryRun }, { signal }) => {
    const { store, settings } = access;
    const limits = { ...settings, maxCacheBytes: maxBytes ?? settings.maxCacheBytes };
    if (store === undefined || machine.files.info(store.cacheDirectory) === undefined) {
      const { bytes, unreadable } = sizeOf(settings.cacheDirectory ?? "", machine.files);
      const nothing = { removed: [], reduced: [], freedBytes: 0, bytes };
      return {
        result: { ...nothing, maxBytes: limits.maxCacheBytes, skipped: unreadable },
        warnings: [],
      };
    }
    if (dryRun === true) return outcome(pruneCaches(store, machine, limits, true));
    const deadline = machine.clock.now() + settings.timeoutMs;
    const lock = await lockStore(store, machine.clock, { deadline, signal });
    try {
      return outcome(pruneCaches(store, machine, limits));
    } finally {
      await lock.release();
    }
  },
};

function outcome(pruned: Pruned) {
  return { result: pruned, warnings: pruneWarnings(pruned) };
}
