import { lockStore } from "../../modelsdev/disk/lock-store.ts";
import { skippedWarnings } from "../../modelsdev/disk/left-out.ts";
import { saltName } from "../../modelsdev/disk/names.ts";
import { isUnkept } from "../../modelsdev/disk/read-errors.ts";
import { Remover } from "../../modelsdev/disk/remover.ts";
import type { Store } from "../../modelsdev/disk/store.ts";
import { Journal } from "../../modelsdev/journal.ts";
import { sparing } from "../../modelsdev/spare-source.ts";
import { addTo, nothingRemoved, type Removed } from "../../places/remove-ours.ts";
import type { KeptCodeRemoved } from "../../system/ports.ts";
import type { Operation } from "../operation.ts";
import type { CacheClearInput } from "./input.ts";

export interface CacheCleared {
  directory: string | null;
  freedBytes: number;
  /** What was left because it is not ModelForge's: the directory was given, and others use it too. */
  kept: string[];
  keptCode: KeptCodeRemoved;
}

export const cacheClear: Operation<CacheClearInput, CacheCleared> = async (
  { access, machine: given },
  { all, keptCode: isCodeMeant },
  { signal },
) => {
  const machine = sparing(given, access.source);
  access.letGo();
  const keptCode = isCodeMeant === true ? await machine.keptCode.clear() : { files: 0, bytes: 0 };
  const { settings } = access;
  const store = all === true ? access.caches : access.store;
  const directory = all === true ? settings.cacheDirectory : store?.directory;
  const removed = nothingRemoved();
  if (directory === undefined || store === undefined) {
    const result = { directory: null, freedBytes: 0, kept: [], keptCode };
    return { result, warnings: access.notices() };
  }
  const deadline = machine.clock.steady() + settings.timeoutMs;
  for (const one of all === true ? store.siblings() : [store]) {
    addTo(removed, await clear(one));
    new Journal(settings.stateDirectory, one.sourceKey, machine.files).forget();
  }
  if (all === true) addTo(removed, store.place.remove([saltName]));
  return {
    result: { directory, freedBytes: removed.freedBytes, kept: removed.foreign, keptCode },
    warnings: [
      ...access.notices(),
      ...skippedWarnings(removed.refused, store.cacheDirectory, machine.files),
    ],
  };

  async function clear(one: Store): Promise<Removed> {
    if (machine.files.info(one.directory) === undefined) return nothingRemoved();
    const remover = new Remover(one, machine, "removes");
    try {
      // nobody who is writing shall find its half-written work gone
      const lock = await lockStore(one, machine.clock, { deadline, signal });
      const cleared = nothingRemoved();
      try {
        addTo(cleared, remover.all());
      } finally {
        await lock.release();
        addTo(cleared, remover.directory());
      }
      return cleared;
    } catch (error) {
      // one that may not be written ends nothing for the others
      if (all !== true || !isUnkept(error)) throw error;
      // what a link leads to is somebody else's, whoever this is
      const isLink = error.details.reason === "ELOOP" || error.details.reason === "ELINK";
      const where = isLink ? "foreign" : "refused";
      return { ...nothingRemoved(), [where]: [one.directory] };
    }
  }
};
