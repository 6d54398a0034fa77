import { userFile } from "../../config/places.ts";
import { ModelForgeError, type Warning } from "../../failure.ts";
import { besideSources } from "../../modelsdev/disk/beside-sources.ts";
import { lockStore } from "../../modelsdev/disk/lock-store.ts";
import {
  isLeftLock,
  notAllowed,
  nothingCouldGo,
  skippedWarnings,
} from "../../modelsdev/disk/left-out.ts";
import { storeVersion } from "../../modelsdev/disk/names.ts";
import { joinedWith } from "../../modelsdev/own/joined-with.ts";
import { removeSalt } from "../../modelsdev/disk/query-salt.ts";
import { isUnkept } from "../../modelsdev/disk/read-errors.ts";
import { Remover } from "../../modelsdev/disk/remover.ts";
import type { Store } from "../../modelsdev/disk/store.ts";
import { besideNotes, strangersOf } from "../../modelsdev/disk/strangers.ts";
import { Journal, notedSources } from "../../modelsdev/journal.ts";
import { sparing } from "../../modelsdev/spare-source.ts";
import { addTo, listed, lookedAt, nothingRemoved, type Removed } from "../../places/remove-ours.ts";
import type { KeptCodeRemoved, System } from "../../system/ports.ts";
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
  const stores =
    all === true ? store.siblings() : [store, ...joinedWith(access.source.shown, store)];
  if (all === true) noteUnlisted(store, machine.files, removed);
  const failures: Failure[] = [];
  for (const one of stores) addTo(removed, await clear(one));
  const failure = failures.find(({ error }) => !notAllowed.has(error.details.reason));
  if (failure !== undefined && removed.freedBytes === 0) throw failure.error;
  const left = leftBy(failures, removed, machine.files);
  if (all === true) {
    removed.foreign.push(...store.strangers());
    addTo(removed, removeSalt(store.place, machine));
    if (!store.place.isOurs) addTo(removed, store.place.removeEmpty([storeVersion]));
  }
  const root = store.cacheDirectory;
  // nothing of what was asked for is done: that is no success
  if (removed.freedBytes === 0 && removed.refused.length > 0) {
    throw nothingCouldGo(directory, removed.refused, root, machine.files);
  }
  const noted = all === true ? notedSources(settings.stateDirectory, machine.files) : [];
  for (const key of new Set([store.sourceKey, ...stores.map((one) => one.sourceKey), ...noted])) {
    const { foreign, refused } = new Journal(settings.stateDirectory, key, machine.files).forget();
    addTo(removed, { freedBytes: 0, foreign, refused });
  }
  removed.foreign.push(
    ...strangersOf(access, machine.files).map(({ path }) => path),
    ...besideSources(settings, machine.files, configFilesOf(machine)),
  );
  const kept = [...new Set(removed.foreign)];
  return {
    result: { directory, freedBytes: removed.freedBytes, kept, keptCode },
    warnings: [
      ...access.notices(),
      ...skippedWarnings(removed.refused, root, machine.files),
      ...left,
    ],
  };

  async function clear(one: Store): Promise<Removed> {
    try {
      if (machine.files.info(one.directory) === undefined) return nothingRemoved();
      const remover = new Remover(one, machine, "removes");
      // nobody who is writing shall find its half-written work gone
      const lock = await lockStore(one, machine.clock, { deadline, signal });
      const cleared = nothingRemoved();
      try {
        addTo(cleared, remover.all());
      } finally {
        await lock.release();
        cleared.foreign.push(...besideNotes(one, machine.files));
        addTo(cleared, remover.directory());
      }
      return cleared;
    } catch (error) {
      // one that may not be written ends nothing for the others
      if (!isUnkept(error)) throw error;
      failures.push({ directory: one.directory, error });
      return nothingRemoved();
    }
  }
};

/** Which sources there are cannot be told where another user's directory lets nobody in. */
function noteUnlisted(store: Store, files: System["files"], removed: Removed): void {
  const directory = `${store.cacheDirectory}/${storeVersion}`;
  const kind = lookedAt(directory, files, removed)?.kind;
  if (kind === "directory") listed(directory, files, removed);
}

/** They may be in a directory that was given for something else, too. */
function configFilesOf({ environment, files }: Pick<System, "environment" | "files">): string[] {
  try {
    const path = userFile(environment, files);
    return path === undefined ? [] : [path, `${path}.lock`];
  } catch (error) {
    // a place that cannot be told without a working directory
    if (error instanceof ModelForgeError) return [];
    throw error;
  }
}

/** Why nothing of one source could be removed. */
interface Failure {
  directory: string;
  error: ModelForgeError;
}

// what they say of a path is that something else stands there
const inTheWay: ReadonlySet<unknown> = new Set(["EEXIST", "ELINK", "ELOOP", "ENOTDIR", "ENOTFILE"]);

/** Says of each what kept it; what is somebody's, and what this user may not touch, is said as everywhere. */
function leftBy(failures: readonly Failure[], removed: Removed, files: System["files"]): Warning[] {
  return failures.flatMap(({ directory, error }): Warning[] => {
    const { path, reason } = error.details;
    if (notAllowed.has(reason)) {
      const isLock = typeof path === "string" && isLeftLock(path, files);
      removed.refused.push({ path: isLock ? path : directory, error });
    }
    if (inTheWay.has(reason)) removed.foreign.push(typeof path === "string" ? path : directory);
    if (notAllowed.has(reason)) return [];
    const hint = error.hint === undefined ? "" : `; ${error.hint}`;
    return [{ code: "cache.skipped", message: `${directory} was left: ${error.message}${hint}` }];
  });
}
