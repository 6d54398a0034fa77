import { nothingRemoved, type Removed } from "../../places/remove-ours.ts";
import { sizeOf } from "../../places/size.ts";
import { snapshotKey } from "../snapshot.ts";
import { currentName } from "./current.ts";
import type { Generation } from "./generation.ts";
import { derivedFiles, reduceGeneration } from "./reduce.ts";
import type { Store, StoreMachine } from "./store.ts";

/** Something that may go to make room. */
export interface Victim {
  what: "quarantine" | "derived" | "generation";
  /** `models.dev-8a1f03bc/5f0c36a1e2d4b8c7-2` */
  name: string;
  bytes: number;
  remove(): Removed;
}

/** What may go from the caches of all sources, in the order it goes. Of `own`, what answers stays as it is. */
export function victimsOf(
  stores: readonly Store[],
  own: Store,
  machine: StoreMachine,
  lastUse: (sourceKey: string) => number,
): Victim[] {
  const byUse = [...stores].sort((a, b) => lastUse(a.sourceKey) - lastUse(b.sourceKey));
  const looks = byUse.map(look);
  return [
    ...byUse.flatMap((store) => setAsideIn(store, machine)),
    ...looks.flatMap(({ store, older }) => older.map((one) => derivedOf(store, one, machine))),
    ...looks.flatMap(({ store, current }) => {
      if (store === own) return [];
      // the snapshot's body is in the package: all of it can be worked out again, its pointer too
      if (store.sourceKey === snapshotKey) return [wholeSource(store, machine)];
      return current === undefined ? [] : [derivedOf(store, current, machine)];
    }),
    ...looks.flatMap(({ store, spare }) => spare.map((name) => whole(store, name, machine))),
  ].filter(({ bytes }) => bytes > 0);
}

interface Look {
  store: Store;
  /** The generation that answers, where its manifest is whole. */
  current: Generation | undefined;
  /** The others with a whole manifest, oldest first. */
  older: Generation[];
  /** Names of generations that are neither the one that answers nor the last with a whole body, oldest first. */
  spare: string[];
}

function look(store: Store): Look {
  const name = currentName(store);
  const opened = store.generations();
  const current = opened.find((one) => one.name === name);
  const older = opened.filter((one) => one !== current).reverse();
  const newestFirst = current === undefined ? opened : [current, ...older.toReversed()];
  const keeper = newestFirst.find((one) => one.holdsBody());
  for (const one of opened) one.close();
  const whole = new Set(older.map((one) => one.name));
  const damaged = store.generationNames().filter((one) => one !== name && !whole.has(one));
  const spare = [...damaged, ...whole].filter((one) => one !== keeper?.name);
  // without one whole body, any of them may be the one that can still be repaired
  return { store, current, older, spare: keeper === undefined ? [] : spare };
}

function derivedOf(store: Store, generation: Generation, machine: StoreMachine): Victim {
  return {
    what: "derived",
    name: `${store.sourceKey}/${generation.name}`,
    bytes: derivedFiles(generation.manifest).reduce((sum, { bytes }) => sum + bytes, 0),
    remove: () => {
      const freedBytes = reduceGeneration(store, generation.name, machine);
      return { ...nothingRemoved(), freedBytes };
    },
  };
}

function whole(store: Store, name: string, { files }: StoreMachine): Victim {
  return {
    what: "generation",
    name: `${store.sourceKey}/${name}`,
    bytes: sizeOf(store.pathOf(name), files).bytes,
    remove: () => store.remove(name),
  };
}

function wholeSource(store: Store, { files }: StoreMachine): Victim {
  return {
    what: "generation",
    name: store.sourceKey,
    bytes: sizeOf(`${store.directory}/generations`, files).bytes,
    remove: () => store.removeAll(),
  };
}

/** What was taken out of the way or not accepted, oldest first. */
function setAsideIn(store: Store, { files }: StoreMachine): Victim[] {
  return (["quarantine", "refused"] as const).flatMap((place) => {
    const directory = `${store.directory}/${place}`;
    const found = (files.list(directory) ?? []).map((name) => ({
      name,
      age: files.info(`${directory}/${name}`)?.modifiedMs ?? 0,
    }));
    return found
      .sort((a, b) => a.age - b.age)
      .map(({ name }) => ({
        what: "quarantine" as const,
        name: `${store.sourceKey}/${place}/${name}`,
        bytes: sizeOf(`${directory}/${name}`, files).bytes,
        remove: () => store.removeOther(place, name),
      }));
  });
}
