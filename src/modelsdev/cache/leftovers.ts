import { addTo, listed, nothingRemoved, type Removed } from "../../places/remove-ours.ts";
import type { Clock, Files } from "../../system/ports.ts";
import type { Store } from "./store.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

/** Where, which names, and how long to leave them alone: what is no generation; a refresh never takes as long as the first. */
const leftovers: readonly [place: string[], isLeftover: RegExp, keepMs: number][] = [
  [["generations"], /^\.new-/, 10 * minute],
  // half removed: nobody comes back for it
  [["generations"], /^\.gone-/, 0],
  [[], /\.tmp$/, 10 * minute],
  [[], /^refresh\.lock-/, 10 * minute],
  [["quarantine"], /./, 7 * day],
  [["refused"], /./, 7 * day],
];

/** Removes what killed refreshes and repairs of a source have left, and what was set aside long ago. */
export function removeLeftovers(
  store: Store,
  { files, clock }: { files: Files; clock: Clock },
): Removed {
  const removed = nothingRemoved();
  if (!store.place.isOurs) return removed;
  for (const [place, isLeftover, keepMs] of leftovers) {
    for (const name of listed([store.directory, ...place].join("/"), files, removed)) {
      if (!isLeftover.test(name)) continue;
      const info = files.info([store.directory, ...place, name].join("/"));
      // a time ahead of this clock is as far away as one behind it
      if (info === undefined || Math.abs(clock.now() - info.modifiedMs) < keepMs) continue;
      const isGeneration = place[0] === "generations";
      addTo(removed, isGeneration ? store.remove(name) : store.removeOther(...place, name));
    }
  }
  return removed;
}
