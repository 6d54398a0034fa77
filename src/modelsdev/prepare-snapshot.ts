import { ModelForgeError } from "../failure.ts";
import type { System } from "../system/ports.ts";
import type { Store } from "./cache/store.ts";
import { addGeneration, prepareGeneration } from "./cache/write-generation.ts";
import { readBody } from "./read-body.ts";
import { readSnapshotBody, type SnapshotAbout } from "./snapshot.ts";
import { fromMemory, type StoredCatalog } from "./stored-catalog.ts";

/** Works out the shipped snapshot's files and keeps them where they can be kept. */
export function prepareSnapshot(
  about: SnapshotAbout,
  store: Store | undefined,
  machine: System,
): StoredCatalog | undefined {
  const body = readSnapshotBody(machine.installation, machine.codec);
  if (body === undefined) return undefined;
  const prepared = prepareGeneration(readBody(body), body, {
    source: about.source,
    fetchedAt: about.takenAt,
    version: machine.installation.version,
    codec: machine.codec,
  });
  try {
    const generation = store === undefined ? undefined : addGeneration(store, prepared, machine);
    if (generation !== undefined) store?.writePointer({ generation, fetchedAt: about.takenAt });
  } catch (error) {
    // it is prepared anew by the next run then
    if (!(error instanceof ModelForgeError) || error.code !== "file.unwritable") throw error;
  }
  return fromMemory(prepared);
}
