import {
  addTo,
  nothingRemoved,
  type Refusal,
  type Removed,
  tolerating,
} from "../../places/remove-ours.ts";
import { sizeOf } from "../../places/size.ts";
import type { Clock } from "../../system/ports.ts";
import { ourLayout } from "./layout.ts";
import { neededBytes } from "./needed.ts";
import type { Store, StoreMachine } from "./store.ts";
import { type Victim, victimsOf } from "./victims.ts";

export interface Pruned {
  /** What was removed, as `source key/name`: generations, and what was in quarantine. */
  removed: string[];
  /**
   * Generations cut down to what the source sent; everything else is worked out again when it is asked for. What other
   * versions worked out is named by its directory.
   */
  reduced: string[];
  freedBytes: number;
  /** What is left. */
  bytes: number;
  maxBytes: number;
  /** Where the limit cannot be kept to: the least that can, whichever source is asked. */
  neededBytes: number | null;
  /** Paths that could not be looked at or removed. */
  skipped: string[];
}

/** The same with what the system said of each that was skipped. */
export interface Pruning extends Pruned {
  refusals: Refusal[];
}

export type PruneMachine = StoreMachine & { clock: Clock };

export interface PruneWish {
  maxBytes: number;
  /** The caches that may be touched. */
  stores: readonly Store[];
  /** When a source was last asked, milliseconds since 1970; 0 where that is not known. */
  lastUse(sourceKey: string): number;
  /** Say what would go, remove nothing. */
  dryRun?: boolean;
}

/**
 * Makes the cache of all sources fit, as far as that goes: what is in quarantine goes first, then what can be worked
 * out again, then older generations, those of the source that was not asked for longest before the others. The last
 * body of a source never goes. Also removes what killed refreshes and repairs have left.
 */
export function prune(store: Store, machine: PruneMachine, wish: PruneWish): Pruning {
  const { files } = machine;
  const before = sizeOf(store.cacheDirectory, ourLayout, files);
  const skipped = new Map(before.refused.map((one) => [one.path, one]));
  const done: Done[] = [];
  let { bytes } = before;
  const noted = nothingRemoved();
  for (const victim of victimsOf(wish.stores, store, machine, wish.lastUse, noted)) {
    if (victim.what !== "leftover" && bytes <= wish.maxBytes) break;
    const { freedBytes, refused } = wish.dryRun === true ? victim.measure() : attempt(victim);
    for (const one of refused) skipped.set(one.path, one);
    // what would be reduced before it would be removed, alone or with all around it, counts once
    const known = wish.dryRun === true ? knownOf(victim, done, freedBytes) : 0;
    if (freedBytes <= known) continue;
    done.push({ victim, freedBytes: freedBytes - known });
    bytes -= freedBytes - known;
  }
  const gone = done.filter(({ victim }) => victim.what !== "derived");
  // what was reduced or removed before all around it went is not said twice
  const left = done.filter(
    ({ victim }) =>
      !gone.some(
        (other) =>
          other.victim !== victim &&
          [victim.path, victim.of].some((path) => path !== undefined && covers(other, path)),
      ),
  );
  // one of an earlier version may hold parts, and have others beside it
  const namesOf = (some: readonly Done[]): string[] => [
    ...new Set(some.map(({ victim }) => victim.name)),
  ];
  for (const one of noted.refused) skipped.set(one.path, one);
  return {
    removed: namesOf(left.filter((one) => gone.includes(one))),
    reduced: namesOf(left.filter((one) => !gone.includes(one))),
    freedBytes: before.bytes - bytes,
    bytes,
    maxBytes: wish.maxBytes,
    neededBytes: bytes <= wish.maxBytes ? null : neededBytes(bytes, store, wish.stores, files),
    skipped: [...skipped.keys()],
    refusals: [...skipped.values()],
  };
}

interface Done {
  victim: Victim;
  /** What it freed by itself. */
  freedBytes: number;
}

/** Whether a thing went with another: it is the same one, or lies in it. */
function covers({ victim }: Pick<Done, "victim">, path: string): boolean {
  return path === victim.path || path.startsWith(`${victim.path}/`);
}

/** How much of what removing a victim would free has been counted already. */
function knownOf(victim: Victim, done: readonly Done[], freedBytes: number): number {
  const isGone = done.some((one) => one.victim.what !== "derived" && covers(one, victim.path));
  if (isGone) return freedBytes;
  const inside = done.filter((one) => covers({ victim }, one.victim.path));
  return inside.reduce((sum, one) => sum + one.freedBytes, 0);
}

/** What the system refuses for one of them ends nothing. */
function attempt(victim: Victim): Removed {
  const removed = nothingRemoved();
  tolerating(victim.path, removed, () => addTo(removed, victim.remove()));
  return removed;
}
