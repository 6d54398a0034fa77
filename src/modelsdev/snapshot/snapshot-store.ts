import type { Opening, StoredCatalog } from "../disk/stored-catalog.ts";
import { Store } from "../disk/store.ts";
import { type SnapshotAbout, snapshotKey } from "./snapshot.ts";
import { openStored } from "../disk/open-stored.ts";

/**
 * The shipped snapshot, ready for questions: prepared on first use and kept beside the caches of the sources.
 * Undefined where the package's own copy is gone too.
 */
export async function openSnapshot(
  about: SnapshotAbout,
  cacheDirectory: string | undefined,
  opening: Omit<Opening, "store" | "source">,
): Promise<StoredCatalog | undefined> {
  const { machine } = opening;
  const store =
    cacheDirectory === undefined ? undefined : new Store(cacheDirectory, snapshotKey, machine);
  if (store !== undefined) {
    const opened = await openStored({ ...opening, store, source: about.source });
    if (opened?.about.digest === about.digest) return opened;
    opened?.close();
  }
  const { prepareSnapshot } = await import("./prepare-snapshot.ts");
  return machine.process.once(() => prepareSnapshot(about, store, opening));
}
