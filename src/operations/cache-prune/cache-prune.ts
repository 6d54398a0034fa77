import { nothingCouldGo } from "../../modelsdev/disk/left-out.ts";
import type { Pruned, Pruning } from "../../modelsdev/disk/prune.ts";
import { isUnkept } from "../../modelsdev/disk/read-errors.ts";
import type { Store } from "../../modelsdev/disk/store.ts";
import { lockStore, type Waiting } from "../../modelsdev/disk/lock-store.ts";
import { measurePruning, pruneCaches, pruneWarnings } from "../../modelsdev/disk/prune-after.ts";
import { sparing } from "../../modelsdev/spare-source.ts";
import type { Clock, Lock } from "../../system/ports.ts";
import type { Operation } from "../operation.ts";
import type { CachePruneInput } from "./input.ts";

export const cachePrune: Operation<CachePruneInput, Pruned> = async (
  { access, machine: given },
  { maxBytes, dryRun },
  { signal },
) => {
  const machine = sparing(given, access.source);
  const { caches: store, settings } = access;
  const limits = { ...settings, maxCacheBytes: maxBytes ?? settings.maxCacheBytes };
  if (store === undefined || machine.files.info(store.cacheDirectory) === undefined) {
    const nothing = { removed: [], reduced: [], skipped: [], freedBytes: 0, bytes: 0 };
    const fits = { maxBytes: limits.maxCacheBytes, neededBytes: null };
    return { result: { ...nothing, ...fits }, warnings: access.notices() };
  }
  const outcome = (pruning: Pruning) => {
    const { refusals: _, ...result } = pruning;
    const warnings = pruneWarnings(pruning, store.cacheDirectory, machine.files);
    return { result, warnings: [...access.notices(), ...warnings] };
  };
  if (dryRun === true) return outcome(measurePruning(store, machine, limits));
  const deadline = machine.clock.steady() + settings.timeoutMs;
  // a cache that cannot be found again is not made
  const lock = access.store && (await lockIfPossible(access.store, machine, { deadline, signal }));
  try {
    const pruned = await pruneCaches(store, machine, limits);
    const { freedBytes, refusals } = pruned;
    const couldGo = (): boolean => measurePruning(store, machine, limits).freedBytes > 0;
    if (freedBytes === 0 && refusals.length > 0 && couldGo()) {
      throw nothingCouldGo(store.cacheDirectory, refusals, store.cacheDirectory, machine.files);
    }
    return outcome(pruned);
  } finally {
    await lock?.release();
  }
};

/** Nobody can lock what nobody can write: the caches of other sources can be pruned all the same. */
async function lockIfPossible(
  store: Store,
  { clock }: { clock: Clock },
  waiting: Waiting,
): Promise<Lock | undefined> {
  try {
    return await lockStore(store, clock, waiting);
  } catch (error) {
    if (isUnkept(error)) return undefined;
    throw error;
  }
}
