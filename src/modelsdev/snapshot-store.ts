import { ModelForgeError, type Warning } from "../failure.ts";
import type { System } from "../system/ports.ts";
import { readBody } from "./body.ts";
import { Store } from "./cache/store.ts";
import { prepareGeneration } from "./cache/write-generation.ts";
import { readSnapshotBody, type SnapshotAbout } from "./snapshot.ts";
import { fromMemory, type Opening, openStored, recover, type StoredCatalog } from "./stored.ts";

/**
 * The shipped snapshot, ready for questions: prepared on first use and kept beside the caches of the sources.
 * `failed` names a prepared copy that turned out damaged. Undefined where the package's own copy is gone too.
 */
export function openSnapshot(
  about: SnapshotAbout,
  cacheDirectory: string | undefined,
  machine: System,
  warnings: Warning[],
  failed?: string,
): StoredCatalog | undefined {
  const opening: Opening | undefined =
    cacheDirectory === undefined
      ? undefined
      : {
          store: new Store(cacheDirectory, "snapshot", machine),
          machine,
          source: about.source,
          warnings,
        };
  if (opening !== undefined) {
    const opened = failed === undefined ? openStored(opening) : recover(opening, failed);
    if (opened?.manifest.digest === about.digest) return opened;
    opened?.close();
  }
  return prepareSnapshot(about, opening?.store, machine);
}

function prepareSnapshot(
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
    const generation = store?.add(prepared);
    if (generation !== undefined) store?.writePointer({ generation, fetchedAt: about.takenAt });
  } catch (error) {
    // it is prepared anew by the next run then
    if (!(error instanceof ModelForgeError) || error.code !== "file.unwritable") throw error;
  }
  return fromMemory(prepared);
}
