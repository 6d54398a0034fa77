import type { Warning } from "../failure.ts";
import type { System } from "../system/ports.ts";
import { Store } from "./cache/store.ts";
import { type SnapshotAbout, snapshotKey } from "./snapshot.ts";
import { openStored, recover } from "./stored.ts";
import { type Opening, type StoredCatalog } from "./stored-catalog.ts";

/**
 * The shipped snapshot, ready for questions: prepared on first use and kept beside the caches of the sources.
 * `failed` names a prepared copy that turned out damaged. Undefined where the package's own copy is gone too.
 */
export async function openSnapshot(
  about: SnapshotAbout,
  cacheDirectory: string | undefined,
  machine: System,
  warnings: Warning[],
  failed?: string,
): Promise<StoredCatalog | undefined> {
  const opening: Opening | undefined =
    cacheDirectory === undefined
      ? undefined
      : {
          store: new Store(cacheDirectory, snapshotKey, machine),
          machine,
          source: about.source,
          warnings,
        };
  if (opening !== undefined) {
    const opened = await (failed === undefined ? openStored(opening) : recover(opening, failed));
    if (opened?.manifest.digest === about.digest) return opened;
    opened?.close();
  }
  const { prepareSnapshot } = await import("./prepare-snapshot.ts");
  return prepareSnapshot(about, opening?.store, machine);
}
