import type { PartName } from "../../catalog/prepared/parts.ts";
import { lookedAt } from "../../places/remove-ours.ts";
import { sizeOf } from "../../places/size.ts";
import type { Files } from "../../system/ports.ts";
import { snapshotKey } from "../snapshot/snapshot.ts";
import { currentGeneration } from "./current.ts";
import type { Generation } from "./generation.ts";
import { generationLayout } from "./layout.ts";
import { preparedNamesOf } from "./prepared-at-hand.ts";
import { derivedFiles } from "./reduce.ts";
import type { Store } from "./store.ts";

// what is worked out takes about as much for each model, whatever the catalog
const spare = 1.25;
// but for this, of which a large catalog has no more than a small one
const ofAnySize: PartName = "rankings.jsonl";

/**
 * What all caches take once everything that can go has gone, whichever of the sources is asked then: what is worked out
 * for that one is on disk, and of the others only what they sent. `left` is what they take now, with that of `own`.
 */
export function neededBytes(
  left: number,
  own: Store,
  stores: readonly Store[],
  files: Files,
): number {
  // the snapshot is in the package: it is prepared again where it answers, and then goes as a whole
  const lasting = stores.filter((store) => store === own || store.sourceKey !== snapshotKey);
  const looks = lasting.flatMap((store) => {
    const current = currentGeneration(store);
    if (current === undefined) return [];
    const { models } = current.manifest;
    return [{ store, models, ...preparedBytes(store, current, files) }];
  });
  const perModel = Math.max(
    0,
    ...looks.map(({ bytes, fixed, models }) => (bytes - fixed) / Math.max(1, models)),
  );
  const fixed = Math.max(0, ...looks.map((look) => look.fixed));
  // one that has gone takes as much again
  const prepared = looks.map(({ bytes, models }) => bytes || (perModel * models + fixed) * spare);
  const ofOwn = looks.find(({ store }) => store === own)?.bytes ?? 0;
  return Math.max(left, Math.ceil(left - ofOwn + Math.max(0, ...prepared)));
}

/** `fixed`: of these bytes those that more models would not add to. */
function preparedBytes(
  store: Store,
  generation: Generation,
  files: Files,
): { bytes: number; fixed: number } {
  let bytes = derivedBytes(generation);
  let fixed = 0;
  for (const name of preparedNamesOf(store, generation.name)) {
    const path = store.preparedPathOf(name);
    const size = sizeOf(path, generationLayout, files);
    bytes += size.bytes;
    fixed += lookedAt(`${path}/${ofAnySize}`, files, size)?.bytes ?? 0;
  }
  return { bytes, fixed };
}

function derivedBytes({ manifest }: Generation): number {
  const derived = new Set(derivedFiles(manifest));
  const bytes = manifest.files.map((one) => (derived.has(one.name) ? one.bytes : 0));
  return bytes.reduce((sum, one) => sum + one, 0);
}
