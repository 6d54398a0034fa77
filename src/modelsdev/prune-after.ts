import { ModelForgeError, type Warning } from "../failure.ts";
import { type Pruned, type PruneMachine, prune } from "./cache/prune.ts";
import type { Store } from "./cache/store.ts";
import { Journal } from "./journal.ts";
import type { Settings } from "./settings.ts";

type PruneSettings = Pick<Settings, "maxCacheBytes" | "stateDirectory">;

/** Makes the caches of all sources fit their limit, the ones asked last staying longest. */
export function pruneCaches(
  store: Store,
  machine: PruneMachine,
  settings: PruneSettings,
  dryRun = false,
): Pruned {
  return prune(store, machine, {
    maxBytes: settings.maxCacheBytes,
    dryRun,
    lastUse: (sourceKey) => {
      const at = new Journal(settings.stateDirectory, sourceKey, machine.files).lastAnswerMs();
      // a time ahead of this clock says nothing
      return at > machine.clock.now() ? 0 : at;
    },
  });
}

/** The same after something was kept. What goes wrong is said; what was kept is kept all the same. */
export function pruneAfter(
  store: Store,
  machine: PruneMachine,
  settings: PruneSettings,
  warnings: Warning[],
): void {
  try {
    warnings.push(...pruneWarnings(pruneCaches(store, machine, settings)));
  } catch (error) {
    if (!(error instanceof ModelForgeError)) throw error;
    warnings.push({
      code: "cache.not-pruned",
      message: `the cache was not cleaned up: ${error.message}`,
    });
  }
}

/** What a person should know of a clean-up. */
export function pruneWarnings({ bytes, maxBytes, skipped }: Pruned): Warning[] {
  const warnings = skippedWarnings(skipped);
  if (bytes <= maxBytes) return warnings;
  const message = `the cache takes ${megabytes(bytes)}, more than the ${megabytes(maxBytes)} it may: the last catalog of a source is never removed; MODELFORGE_MAX_CACHE_SIZE=${Math.ceil(bytes / 1e6)}MB would do`;
  return [...warnings, { code: "cache.over-limit", message }];
}

/** Names what could not be looked at, and the command that mends it. */
export function skippedWarnings(skipped: readonly string[]): Warning[] {
  const [first] = skipped;
  if (first === undefined) return [];
  const quoted = `'${first.replaceAll("'", String.raw`'\''`)}'`;
  const what = skipped.length === 1 ? "1 entry was" : `${skipped.length} entries were`;
  const message = `${what} left out, which this user may not look at or remove: ${first}${skipped.length > 1 ? ", …" : ""}; sudo chown -R "$(id -u)" ${quoted} gives it back`;
  return [{ code: "cache.skipped", message }];
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
