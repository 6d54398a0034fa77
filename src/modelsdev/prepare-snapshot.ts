import type { System } from "../system/ports.ts";
import type { Store } from "./cache/store.ts";
import { isUnkept } from "./cache/read-errors.ts";
import { keepGeneration, prepareGeneration } from "./cache/write-generation.ts";
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
    if (store !== undefined) {
      keepGeneration(store, prepared, { fetchedAt: about.takenAt }, machine);
    }
  } catch (error) {
    // it is prepared anew by the next run then
    if (!isUnkept(error)) throw error;
  }
  return fromMemory(prepared);
}
