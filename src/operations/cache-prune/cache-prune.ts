import { type Pruned, prune, sizeOf } from "../../modelsdev/cache/prune.ts";
import type { Operation } from "../operation.ts";

export interface CachePruneInput {
  /** Bytes the cache may keep; MODELFORGE_MAX_CACHE_SIZE if not given. */
  maxBytes?: number;
  /** Say what would go, remove nothing. */
  dryRun?: boolean;
}

export const cachePrune: Operation<CachePruneInput, Pruned> = {
  name: "cache-prune",
  summary: "Removes the oldest generations until the cache fits its limit.",
  effect: "writes",
  run: async ({ access, machine }, { maxBytes, dryRun }) => {
    const { store, settings } = access;
    if (store === undefined || machine.files.info(store.directory) === undefined) {
      const bytes = sizeOf(settings.cacheDirectory ?? "", machine.files);
      return { result: { removed: [], freedBytes: 0, bytes }, warnings: [] };
    }
    const limit = maxBytes ?? settings.maxCacheBytes;
    return { result: prune(store, limit, machine, dryRun === true), warnings: [] };
  },
};
