import type { Removed } from "../../places/remove-ours.ts";
import { sizeOf } from "../../places/size.ts";
import type { Clock } from "../../system/ports.ts";
import { removeLeftovers } from "./leftovers.ts";
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
  const stores = store.siblings();
  const dryRun = wish.dryRun === true;
  const before = sizeOf(store.cacheDirectory, files);
  const skipped = new Set(before.unreadable);
  const note = ({ refused }: Removed): void => {
    for (const path of refused) skipped.add(path);
  };
  if (!dryRun) {
    for (const one of stores) note(removeLeftovers(one, machine));
    // where version 0.1.0 kept what V8 made of its scripts
    note(store.place.remove("code"));
  }
  let { bytes } = dryRun ? before : sizeOf(store.cacheDirectory, files);
  const removed: string[] = [];
  const reduced: string[] = [];
  for (const victim of victimsOf(stores, store, machine, wish.lastUse)) {
    if (bytes <= wish.maxBytes) break;
    const gone = dryRun ? victim.bytes : act(victim, note);
    if (gone === 0) continue;
    (victim.what === "derived" ? reduced : removed).push(victim.name);
    bytes -= gone;
  }
  return {
    removed,
    reduced,
    freedBytes: before.bytes - bytes,
    bytes,
    maxBytes: wish.maxBytes,
    skipped: [...skipped],
  };
}

function act(victim: Victim, note: (removed: Removed) => void): number {
  const removed = victim.remove();
  note(removed);
  return removed.freedBytes;
}
