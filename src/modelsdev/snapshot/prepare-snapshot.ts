import type { Store } from "../disk/store.ts";
import { nextSequence } from "../disk/order.ts";
import { isUnkept } from "../disk/read-errors.ts";
import { readGeneration } from "../disk/read-generation.ts";
import { keepGeneration, keepPrepared, workOut } from "../disk/write-generation.ts";
import { ifFree } from "../disk/lock-store.ts";
import { pruneAfter } from "../disk/prune-after.ts";
import { readSnapshotBody, type SnapshotAbout } from "./snapshot.ts";
import { fromMemory, type Opening, type StoredCatalog } from "../disk/stored-catalog.ts";

/** Works out the shipped snapshot's files and keeps them where they can be kept. */
export async function prepareSnapshot(
  about: SnapshotAbout,
  store: Store | undefined,
  { machine, settings, warnings }: Omit<Opening, "store" | "source">,
): Promise<StoredCatalog | undefined> {
  const body = readSnapshotBody(machine.installation, machine.codec);
  if (body === undefined) return undefined;
  const read = await readGeneration(
    body,
    {
      source: about.source,
      fetchedAt: about.takenAt,
      sequence: nextSequence(store),
      version: machine.installation.version,
      codec: machine.codec,
      now: machine.clock.now(),
    },
    { whole: true },
  );
  const worked = await workOut(read, machine.codec);
  try {
    if (store !== undefined) {
      const pointer = { fetchedAt: about.takenAt };
      await ifFree(store, async () => {
        keepPrepared(store, worked, machine);
        keepGeneration(store, read, pointer, machine);
        await pruneAfter(store, machine, settings, warnings);
      });
    }
  } catch (error) {
    // it is prepared anew by the next run then
    if (!isUnkept(error)) throw error;
  }
  return fromMemory(worked);
}
