import { lookedAt, nothingRemoved } from "../../places/remove-ours.ts";
import type { Files } from "../../system/ports.ts";
import { snapshotKey } from "../snapshot/snapshot.ts";
import { currentGeneration } from "./current.ts";
import type { Generation } from "./generation.ts";
import { blockBytes, sumsFile } from "./manifest.ts";
import { derivedFiles } from "./reduce.ts";
import type { Store } from "./store.ts";

// with its files a manifest names them again
const manifestGrowth = 2 * blockBytes;

/**
 * What all caches take once everything that can go has gone, whichever of the sources is asked then: the prepared files
 * of that one are on disk, and of the others only what they sent. `left` is what they take now, with those of `own`.
 */
export function neededBytes(
  left: number,
  own: Store,
  stores: readonly Store[],
  files: Pick<Files, "info">,
): number {
  // the snapshot is in the package: it is prepared again where it answers, and then goes as a whole
  const lasting = stores.filter((store) => store === own || store.sourceKey !== snapshotKey);
  const currents = lasting.map((store) => ({ store, current: currentGeneration(store) }));
  const prepared = currents.map(({ current }) =>
    current === undefined ? 0 : preparedBytes(current, files),
  );
  const ofOwn = currents.find(({ store }) => store === own)?.current;
  const withoutOwn = left - (ofOwn === undefined ? 0 : derivedBytes(ofOwn));
  return Math.max(left, withoutOwn + Math.max(0, ...prepared));
}

function derivedBytes({ manifest }: Generation): number {
  const derived = new Set(derivedFiles(manifest));
  const bytes = manifest.files.map((one) => (derived.has(one.name) ? one.bytes : 0));
  return bytes.reduce((sum, one) => sum + one, 0);
}

/** The sums of all files stay where some of these have gone: four bytes for each block. */
function preparedBytes(generation: Generation, files: Pick<Files, "info">): number {
  const { directory, manifest } = generation;
  const sums = lookedAt(`${directory}/${sumsFile}`, files, nothingRemoved())?.bytes ?? 0;
  const bodies =
    manifest.files.reduce((sum, { bytes }) => sum + bytes, 0) - derivedBytes(generation);
  return (sums / Uint32Array.BYTES_PER_ELEMENT) * blockBytes - bodies + manifestGrowth;
}
