import { listed, lookedAt, type Removed } from "../../places/remove-ours.ts";
import type { Clock, Files } from "../../system/ports.ts";
import { isAsideName } from "./names.ts";
import type { Store } from "./store.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

/** Where, which names, and how long to leave them alone: what is no generation; a refresh never takes as long as the first. */
const leftovers: readonly [place: readonly string[], isLeftover: RegExp, keepMs: number][] = [
  [["generations"], /^\.new-/, 10 * minute],
  // half removed: nobody comes back for it
  [["generations"], /^\.gone-/, 0],
  [["prepared"], /^\.new-/, 10 * minute],
  [["prepared"], /^\.gone-/, 0],
  [[], /\.tmp$/, 10 * minute],
  [["quarantine"], /./, 7 * day],
  [["refused"], /./, 7 * day],
];

/** What killed refreshes and repairs of a source have left, and what was set aside long ago, as paths below its directory. */
export function leftoversOf(
  store: Store,
  { files, clock }: { files: Files; clock: Clock },
  noted: Pick<Removed, "refused">,
): string[][] {
  const { isOurs } = store.place;
  // elsewhere a manifest alone proves something to be ours: removing it asks for that
  const some = isOurs ? leftovers : leftovers.filter(([[room]]) => room === "quarantine");
  return some.flatMap(([place, isLeftover, keepMs]) =>
    listed([store.directory, ...place].join("/"), files, noted)
      .filter((name) => isLeftover.test(name) && (isOurs || isAsideName(name)))
      .map((name) => [...place, name])
      .filter((path) => {
        const info = lookedAt([store.directory, ...path].join("/"), files, noted);
        // a time ahead of this clock is as far away as one behind it
        return info !== undefined && Math.abs(clock.now() - info.modifiedMs) >= keepMs;
      }),
  );
}
