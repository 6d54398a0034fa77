import { ModelForgeError } from "../../failure.ts";
import type { Clock, Files, Installation } from "../../system/ports.ts";
import type { Store } from "./store.ts";

export interface Pruned {
  /** Generations removed, as `source key/name`. */
  removed: string[];
  freedBytes: number;
  /** What is left. */
  bytes: number;
}

type Machine = { files: Files; clock: Clock; installation: Pick<Installation, "version"> };

/**
 * Removes the oldest generations until the cache of all sources fits: first those that are nobody's current one,
 * then the current ones of other sources, never this source's. Also what killed refreshes and repairs have left.
 */
export function prune(store: Store, maxBytes: number, machine: Machine, dryRun = false): Pruned {
  const stores = store.siblings();
  const size = (): number => sizeOf(store.cacheDirectory, machine.files);
  const before = size();
  if (!dryRun) {
    for (const one of stores) removeLeftovers(one, machine);
    removeOldCode(store, machine);
  }
  let bytes = size();
  const removed: string[] = [];
  for (const victim of victims(stores, store)) {
    if (bytes <= maxBytes) break;
    bytes -= sizeOf(victim.store.pathOf(victim.name), machine.files);
    if (!dryRun) victim.store.remove(victim.name);
    removed.push(`${victim.store.sourceKey}/${victim.name}`);
  }
  return { removed, freedBytes: before - bytes, bytes };
}

/** Bytes of all files below a directory. */
export function sizeOf(path: string, files: Files): number {
  const info = files.info(path);
  if (info === undefined) return 0;
  if (info.kind !== "directory") return info.bytes;
  let bytes = 0;
  for (const name of files.list(path) ?? []) bytes += sizeOf(`${path}/${name}`, files);
  return bytes;
}

interface Victim {
  store: Store;
  name: string;
  fetchedAt: string;
  isCurrent: boolean;
}

function victims(stores: Store[], own: Store): Victim[] {
  const found: Victim[] = [];
  for (const store of stores) {
    const current = currentName(store);
    for (const { name, manifest } of store.generations()) {
      const isCurrent = name === current;
      if (isCurrent && store === own) continue;
      found.push({ store, name, fetchedAt: manifest.fetchedAt, isCurrent });
    }
  }
  return found.sort(
    (a, b) => Number(a.isCurrent) - Number(b.isCurrent) || (a.fetchedAt < b.fetchedAt ? -1 : 1),
  );
}

export function currentName(store: Store): string | undefined {
  try {
    return store.readPointer()?.generation;
  } catch (error) {
    if (error instanceof ModelForgeError && error.code === "cache.damaged") return undefined;
    throw error;
  }
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** How long to leave alone what is no generation; a refresh never takes as long as the first. */
const leftoverAges: [place: string, isLeftover: RegExp, keepMs: number][] = [
  ["generations", /^\.new-/, 10 * minute],
  [".", /\.tmp$/, 10 * minute],
  ["quarantine", /./, 7 * day],
  ["refused", /./, 7 * day],
];

/** What V8 compiled of the scripts of other versions: `<cache>/code/0.1.0-v20.18.1-x64-info.bin`. */
function removeOldCode({ cacheDirectory }: Store, { files, installation }: Machine): void {
  const directory = `${cacheDirectory}/code`;
  for (const name of files.list(directory) ?? []) {
    if (!name.startsWith(`${installation.version}-`)) files.remove(`${directory}/${name}`);
  }
}

function removeLeftovers(store: Store, { files, clock }: Machine): void {
  for (const [place, isLeftover, keepMs] of leftoverAges) {
    const directory = files.resolve(store.directory, place);
    for (const name of files.list(directory) ?? []) {
      if (!isLeftover.test(name)) continue;
      const info = files.info(`${directory}/${name}`);
      if (info !== undefined && info.modifiedMs < clock.now() - keepMs) {
        files.remove(`${directory}/${name}`);
      }
    }
  }
}
