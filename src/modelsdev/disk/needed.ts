import { sizeOf } from "../../places/size.ts";
import type { Files } from "../../system/ports.ts";
import { isWorkedOut } from "./worked-out.ts";
import { currentGeneration } from "./current.ts";
import type { Generation } from "./generation.ts";
import { generationLayout } from "./layout.ts";
import { preparedNamesOf } from "./prepared-at-hand.ts";
import { derivedFiles } from "./reduce.ts";
import type { Store } from "./store.ts";

// bytes that are worked out for each model, and for any catalog: a third more than those of models.dev take, so that the
// figure is the same whether they are on disk just now or not
const perModel = 3_000;
const fixed = 500_000;

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
  // it is prepared again where it answers, and then goes as a whole
  const lasting = stores.filter((store) => store === own || !isWorkedOut(store.sourceKey));
  const looks = lasting.flatMap((store) => {
    const current = currentGeneration(store);
    if (current === undefined) return [];
    const bytes = preparedBytes(store, current, files);
    return [{ store, bytes, most: current.manifest.models * perModel + fixed }];
  });
  const prepared = looks.map(({ bytes, most }) => Math.max(bytes, most));
  const ofOwn = looks.find(({ store }) => store === own)?.bytes ?? 0;
  return Math.max(left, Math.ceil(left - ofOwn + Math.max(0, ...prepared)));
}

function preparedBytes(store: Store, generation: Generation, files: Files): number {
  let bytes = derivedBytes(generation);
  for (const name of preparedNamesOf(store, generation.name)) {
    bytes += sizeOf(store.preparedPathOf(name), generationLayout, files).bytes;
  }
  return bytes;
}

function derivedBytes({ manifest }: Generation): number {
  const derived = new Set(derivedFiles(manifest));
  const bytes = manifest.files.map((one) => (derived.has(one.name) ? one.bytes : 0));
  return bytes.reduce((sum, one) => sum + one, 0);
}
