import { addTo, nothingRemoved, type Removed, tolerating } from "../../places/remove-ours.ts";
import { sizeOf } from "../../places/size.ts";
import type { Clock } from "../../system/ports.ts";
import { ourLayout } from "./layout.ts";
import type { Store, StoreMachine } from "./store.ts";
import { type Victim, victimsOf } from "./victims.ts";

export interface Pruned {
  /** What was removed, as `source key/name`: generations, and what was in quarantine. */
  removed: string[];
  /** Generations cut down to what the source sent; everything else is worked out again when it is asked for. */
  reduced: string[];
  freedBytes: number;
  /** What is left. */
  bytes: number;
  maxBytes: number;
  /** Paths that could not be looked at or removed. */
  skipped: string[];
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
export function prune(store: Store, machine: PruneMachine, wish: PruneWish): Pruned {
  const { files } = machine;
  const before = sizeOf(store.cacheDirectory, ourLayout, files);
  const skipped = new Set(before.refused);
  const removed: string[] = [];
  const reduced: string[] = [];
  const freed = new Map<string, number>();
  let { bytes } = before;
  const noted = { refused: [] };
  for (const victim of victimsOf(wish.stores, store, machine, wish.lastUse, noted)) {
    if (victim.what !== "leftover" && bytes <= wish.maxBytes) break;
    const { freedBytes, refused } = wish.dryRun === true ? victim.measure() : attempt(victim);
    for (const path of refused) skipped.add(path);
    // what would be reduced before it would be removed counts once
    const known = wish.dryRun === true ? (freed.get(victim.name) ?? 0) : 0;
    if (freedBytes <= known) continue;
    freed.set(victim.name, freedBytes);
    (victim.what === "derived" ? reduced : removed).push(victim.name);
    bytes -= freedBytes - known;
  }
  for (const path of noted.refused) skipped.add(path);
  return {
    removed,
    reduced,
    freedBytes: before.bytes - bytes,
    bytes,
    maxBytes: wish.maxBytes,
    skipped: [...skipped],
  };
}

/** What the system refuses for one of them ends nothing. */
function attempt(victim: Victim): Removed {
  const removed = nothingRemoved();
  tolerating(victim.path, removed, () => addTo(removed, victim.remove()));
  return removed;
}
