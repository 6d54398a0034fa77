import { ModelForgeError } from "../../failure.ts";
import {
  listed,
  lookedAt,
  nothingRemoved,
  onlyLooking,
  type Removed,
} from "../../places/remove-ours.ts";
import { isWorkedOut } from "./worked-out.ts";
import { currentName, currentPointer } from "./current.ts";
import { headOf, preparedName, type Room } from "./names.ts";
import type { Generation } from "./generation.ts";
import { leftoversOf } from "./leftovers.ts";
import { readOrphans } from "./read-salt.ts";
import { measureReduction, reduceGeneration } from "./reduce.ts";
import { Remover } from "./remover.ts";
import type { Store } from "./store.ts";
import type { PruneMachine } from "./prune.ts";

// a refresh never takes as long
const makingMs = 10 * 60_000;

/** Something that may go to make room. */
export interface Victim {
  /** `leftover` goes whether there is room or not. */
  what: "leftover" | "quarantine" | "derived" | "generation";
  /** `models.dev-8a1f03bc/5f0c36a1e2d4b8c7-0` */
  name: string;
  /** Where it is. */
  path: string;
  /** Where the generation is that it was worked out of. */
  of?: string;
  /** What removing it would free. */
  measure(): Removed;
  remove(): Removed;
}

/** What may go from the caches of all sources, in the order it goes. Of `own`, what answers stays as it is. */
export function victimsOf(
  stores: readonly Store[],
  own: Store,
  machine: PruneMachine,
  lastUse: (sourceKey: string) => number,
  noted: Pick<Removed, "refused">,
): Victim[] {
  const orphans = orphansOf(own, machine);
  const byUse = [...stores].sort((a, b) => lastUse(a.sourceKey) - lastUse(b.sourceKey));
  const left = byUse.map((store) => leftoversOf(store, machine, noted));
  const looks = byUse.map((store) => look(store, machine));
  return [
    ...byUse.flatMap((store, at) =>
      (left[at] ?? []).map((path) => other("leftover", store, path, machine)),
    ),
    ...byUse
      .filter(({ sourceKey }) => orphans.has(sourceKey))
      .map((store) => wholeSource("leftover", store, machine)),
    oldCode(own, machine),
    ...byUse.flatMap((store, at) => setAsideIn(store, left[at] ?? [], machine, noted)),
    ...looks.flatMap(({ store, older, name }) => [
      ...older.map((one) => derivedOf(store, one, machine)),
      ...preparedIn(store, (head) => head !== headOf(name ?? ""), machine),
    ]),
    ...looks.flatMap(({ store, current, name }) => {
      // what it was worked out of is elsewhere: all of it can be worked out again, its pointer too
      if (store !== own && isWorkedOut(store.sourceKey)) {
        return [wholeSource("generation", store, machine)];
      }
      // of the one that is asked, what other versions worked out
      const isSpared = (one: string): boolean => store === own && one === preparedName(name ?? "");
      const prepared = preparedIn(
        store,
        (head, one) => head === headOf(name ?? "") && !isSpared(one),
        machine,
      );
      return current === undefined ? prepared : [derivedOf(store, current, machine), ...prepared];
    }),
    ...looks.flatMap(({ store, spare }) => spare.map((name) => whole(store, name, machine))),
  ];
}

/** Caches of which nobody knows the name any more. */
export function orphansOf(own: Store, { files }: Pick<PruneMachine, "files">): Set<string> {
  try {
    return new Set(
      readOrphans(own.cacheDirectory, { files }).filter((key) => key !== own.sourceKey),
    );
  } catch (error) {
    // where the salt cannot be read nobody knows of any
    if (error instanceof ModelForgeError) return new Set();
    throw error;
  }
}

interface Look {
  store: Store;
  /** Of the generation that answers. */
  name: string | undefined;
  /** The generation that answers, where its manifest is whole. */
  current: Generation | undefined;
  /** The others with a whole manifest, oldest first. */
  older: Generation[];
  /** Names of generations that are neither the one that answers nor the last with a whole body, oldest first. */
  spare: string[];
}

function look(store: Store, machine: PruneMachine): Look {
  const name = currentName(store);
  const inTheMaking = inTheMakingIn(store, machine);
  const all = store.generations();
  const opened = all.filter((one) => one.name === name || !inTheMaking(one));
  const current = opened.find((one) => one.name === name);
  const older = opened.filter((one) => one !== current).reverse();
  const newestFirst = current === undefined ? opened : [current, ...older.toReversed()];
  const keeper = newestFirst.find((one) => one.holdsBody());
  for (const one of opened) one.close();
  const whole = new Set(older.map((one) => one.name));
  const known = new Set(all.map((one) => one.name));
  const damaged = store.generationNames().filter((one) => one !== name && !known.has(one));
  const spare = [...damaged, ...whole].filter((one) => one !== keeper?.name);
  // without one whole body, any of them may be the one that can still be repaired
  return { store, name, current, older, spare: keeper === undefined ? [] : spare };
}

/** Another process may be about to have one answer that is newer than the pointer. */
function inTheMakingIn(
  store: Store,
  { files, clock }: PruneMachine,
): (generation: Generation) => boolean {
  const noted = nothingRemoved();
  const pointedAt = lookedAt(`${store.directory}/current.json`, files, noted)?.modifiedMs ?? 0;
  const confirmedAt = currentPointer(store)?.fetchedAt ?? "";
  return ({ directory, manifest }) => {
    const { modifiedMs = 0 } = lookedAt(directory, files, noted) ?? {};
    const isNewer = modifiedMs > pointedAt && manifest.fetchedAt >= confirmedAt;
    return isNewer && Math.abs(clock.now() - modifiedMs) < makingMs;
  };
}

function derivedOf(store: Store, { name, manifest }: Generation, machine: PruneMachine): Victim {
  return {
    what: "derived",
    name: `${store.sourceKey}/${name}`,
    path: store.pathOf(name),
    measure: () => measureReduction(store, name, manifest, machine),
    remove: () => reduceGeneration(store, name, machine),
  };
}

/** What was worked out of generations, by this version and by others. */
function preparedIn(
  store: Store,
  isMeant: (head: string, name: string) => boolean,
  machine: PruneMachine,
): Victim[] {
  const generations = store.generationNames();
  const names = store.preparedNames().filter((name) => isMeant(headOf(name), name));
  return names.map((name) => {
    const victim = kept("derived", store, "prepared", name, machine);
    // people know a generation by the name that cache history gives it
    const of = generations.find((one) => preparedName(one) === name);
    if (of === undefined) return victim;
    return { ...victim, name: `${store.sourceKey}/${of}`, of: store.pathOf(of) };
  });
}

function whole(store: Store, name: string, machine: PruneMachine): Victim {
  return kept("generation", store, "generations", name, machine);
}

function kept(
  what: Victim["what"],
  store: Store,
  room: Room,
  name: string,
  machine: PruneMachine,
): Victim {
  return {
    what,
    name: `${store.sourceKey}/${name}`,
    path: `${store.directory}/${room}/${name}`,
    measure: () => new Remover(store, machine, "looks").kept(room, name),
    remove: () => new Remover(store, machine, "removes").kept(room, name),
  };
}

function wholeSource(what: Victim["what"], store: Store, machine: PruneMachine): Victim {
  return {
    what,
    name: store.sourceKey,
    path: store.directory,
    measure: () => new Remover(store, machine, "looks").all(),
    remove: () => new Remover(store, machine, "removes").all(),
  };
}

function other(
  what: Victim["what"],
  store: Store,
  path: readonly string[],
  machine: PruneMachine,
): Victim {
  return {
    what,
    name: [store.sourceKey, ...path].join("/"),
    path: [store.directory, ...path].join("/"),
    measure: () => new Remover(store, machine, "looks").other(...path),
    remove: () => new Remover(store, machine, "removes").other(...path),
  };
}

/** Where version 0.1.0 kept what V8 made of its scripts. */
function oldCode({ place }: Store, { files }: PruneMachine): Victim {
  return {
    what: "leftover",
    name: "code",
    path: place.pathOf(["code"]),
    measure: () => place.remove(["code"], onlyLooking(files)),
    remove: () => place.remove(["code"]),
  };
}

/** What was taken out of the way or not accepted, oldest first. */
function setAsideIn(
  store: Store,
  left: readonly (readonly string[])[],
  machine: PruneMachine,
  noted: Pick<Removed, "refused">,
): Victim[] {
  const { files, clock } = machine;
  const now = clock.now();
  // a time ahead of this clock is as far away as one behind it
  const ageOf = (path: string): number =>
    Math.abs(now - (lookedAt(path, files, noted)?.modifiedMs ?? 0));
  const known = new Set(left.map((path) => path.join("/")));
  return (["quarantine", "refused"] as const).flatMap((place) => {
    const directory = `${store.directory}/${place}`;
    const found = listed(directory, files, noted)
      .filter((name) => !known.has(`${place}/${name}`))
      .map((name) => ({ name, age: ageOf(`${directory}/${name}`) }));
    return found
      .sort((a, b) => b.age - a.age)
      .map(({ name }) => other("quarantine", store, [place, name], machine));
  });
}
