import { ModelForgeError } from "../../failure.ts";
import { exactlyOneOf, type Layout } from "../../places/layout.ts";
import {
  addTo,
  isAllOurs,
  listed,
  onlyLooking,
  type Removed,
  type Removing,
} from "../../places/remove-ours.ts";
import { gonePrefix } from "./layout.ts";
import { isAsideName, isGenerationName, type Room, storeVersion } from "./names.ts";
import { layoutOf, withoutManifest } from "./proof.ts";
import type { Store, StoreMachine } from "./store.ts";

/** Removes what is ours from the cache of one source, or, where it only looks, says what it would. */
export class Remover {
  readonly #store: Store;
  readonly #machine: StoreMachine;
  readonly #files: Removing;
  readonly #looks: boolean;

  constructor(store: Store, machine: StoreMachine, how: "removes" | "looks") {
    this.#store = store;
    this.#machine = machine;
    this.#looks = how === "looks";
    this.#files = this.#looks ? onlyLooking(machine.files) : machine.files;
  }

  /** A generation, or what was worked out of one; whoever looks meanwhile finds it whole or not at all. */
  kept(room: Room, name: string): Removed {
    if (!isGenerationName(name)) return this.other(room, name);
    const { place, directory } = this.#store;
    if (!place.isOurs) return this.#proven(room, name);
    const layout = layoutOf(`${directory}/${room}/${name}`, true, this.#machine);
    return this.#inside(room, this.#takeAway(room, name, layout) ?? name, layout);
  }

  /** The same in somebody's place: what its manifest names. */
  #proven(room: string, name: string): Removed {
    const layout = layoutOf(`${this.#store.directory}/${room}/${name}`, false, this.#machine);
    // the manifest proves the others to be ours, so it goes last
    const first = this.#looks ? 0 : this.#inside(room, name, withoutManifest(layout)).freedBytes;
    const last = this.#inside(room, name, layout);
    // no later run can tell who made it
    this.#store.place.removeEmpty(this.#namesOf(room), this.#files);
    return { ...last, freedBytes: first + last.freedBytes };
  }

  /** Files of such a directory by their names, and the directory if nothing else is left in it. */
  filesOf(room: Room, name: string, files: readonly string[]): Removed {
    return this.#inside(room, name, { files: exactlyOneOf(files) });
  }

  pointer(): Removed {
    const isOurs = this.#store.place.isOurs || this.#store.isPointerSealed();
    const layout = { files: exactlyOneOf(isOurs ? ["current.json"] : []) };
    return this.#store.place.removeNamed(layout, this.#namesOf("current.json"), this.#files);
  }

  /** Anything besides these and the pointer, where place and name say that it is ours. */
  other(...names: readonly string[]): Removed {
    const [room, name] = names;
    const isAside = room === "quarantine" && names.length === 2 && isAsideName(name ?? "");
    if (isAside && !this.#store.place.isOurs) return this.#proven(room, name ?? "");
    return this.#store.place.remove(this.#namesOf(...names), this.#files);
  }

  /** All of this source but the lock, which whoever calls this holds. */
  all(): Removed {
    // without it no process is led to what is about to go
    const removed = this.pointer();
    // and where it stays, what it leads to does
    if (removed.refused.length > 0) return removed;
    const { directory } = this.#store;
    // the newest last: whoever looks meanwhile finds no older one in its place
    const newest = this.#store.generations().map(({ name }) => name);
    const names = listed(`${directory}/generations`, this.#files, removed);
    const others = names.filter((name) => !newest.includes(name));
    for (const name of listed(`${directory}/prepared`, this.#files, removed)) {
      addTo(removed, this.kept("prepared", name));
    }
    for (const name of [...others, ...newest.toReversed()]) {
      addTo(removed, this.kept("generations", name));
    }
    for (const name of listed(`${directory}/quarantine`, this.#files, removed)) {
      addTo(removed, this.other("quarantine", name));
    }
    for (const name of listed(directory, this.#files, removed)) {
      const isRoom = name === "generations" || name === "prepared" || name === "quarantine";
      const isDone = name === "current.json" || (this.#looks && isRoom);
      if (!isDone && !name.startsWith("refresh.lock")) addTo(removed, this.other(name));
    }
    // what stayed in a generation has been met twice
    const { freedBytes, foreign, refused } = removed;
    const byPath = new Map(refused.map((one) => [one.path, one]));
    return { freedBytes, foreign: [...new Set(foreign)], refused: [...byPath.values()] };
  }

  /** The directory of this source, where nothing is left in it. */
  directory(): Removed {
    return this.#store.place.removeEmpty(this.#namesOf(), this.#files);
  }

  /** Renames what is wholly ours, so that nobody finds the half of it; gives its new name. */
  #takeAway(room: Room, name: string, layout: Layout): string | undefined {
    const { files, process } = this.#machine;
    const above = `${this.#store.directory}/${room}`;
    const path = `${above}/${name}`;
    if (this.#looks || !this.#store.place.isOurs) return undefined;
    const gone = `${gonePrefix}${process.uniqueName()}`;
    try {
      this.#store.checkWay(room, name);
      const isOurs = files.info(path)?.kind === "directory" && isAllOurs(path, layout, files);
      if (!isOurs) return undefined;
      files.rename(path, `${above}/${gone}`);
      return gone;
    } catch (error) {
      // gone already, or what keeps it from being renamed keeps it from being removed
      if (error instanceof ModelForgeError) return undefined;
      throw error;
    }
  }

  #inside(room: string, name: string, layout: Layout): Removed {
    const above: Layout = { directories: [[/./, layout]] };
    const names = this.#namesOf(room, name);
    return this.#store.place.removeNamed(above, names, this.#files);
  }

  #namesOf(...names: readonly string[]): string[] {
    return [storeVersion, this.#store.sourceKey, ...names];
  }
}
