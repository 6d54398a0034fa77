import { sizeOf } from "../../modelsdev/cache/prune.ts";
import type { Operation } from "../operation.ts";

export interface CacheClearInput {
  /** The caches of all sources, not only this one's. */
  all?: boolean;
}

export interface CacheCleared {
  directory: string | null;
  freedBytes: number;
}

export const cacheClear: Operation<CacheClearInput, CacheCleared> = {
  name: "cache-clear",
  summary: "Removes the cache of this source.",
  effect: "writes",
  run: async ({ access, machine }, { all }) => {
    access.close();
    const { store, settings, journal } = access;
    const directory = all === true ? settings.cacheDirectory : store?.directory;
    if (directory === undefined) {
      return { result: { directory: null, freedBytes: 0 }, warnings: [] };
    }
    const freedBytes = sizeOf(directory, machine.files);
    machine.files.remove(directory);
    journal.forget();
    return { result: { directory, freedBytes }, warnings: [] };
  },
};
