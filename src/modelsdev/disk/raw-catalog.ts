import { RawView } from "../../catalog/raw-view.ts";
import type { Warning } from "../../failure.ts";
import { ifFree } from "./lock-store.ts";
import { preparedAtHand } from "./prepared-at-hand.ts";
import { pruneAfter } from "./prune-after.ts";
import { isDamage, isUnkept } from "./read-errors.ts";
import {
  fromDisk,
  fromMemory,
  inMemory,
  type Opening,
  type StoredCatalog,
} from "./stored-catalog.ts";
import { keepPrepared, type ReadGeneration, workOut } from "./write-generation.ts";

type Preparing = Omit<Opening, "store" | "warnings"> & { store: Opening["store"] | undefined };

// what another process works out is there within it, or something keeps it
const patienceMs = 1_000;
const pollMs = 20;

/**
 * A catalog that answers from its rows, as they were read. `kept`: it is on disk, and what is worked out of it can be
 * kept beside it.
 */
export function fromRows(
  read: ReadGeneration,
  kept: Pick<StoredCatalog, "generation" | "fetchedAt" | "pointer"> | undefined,
  preparing: Preparing,
): StoredCatalog {
  const view = new RawView(read.parsed);
  return {
    ...inMemory(read.manifest, () => view),
    fetchedAt: kept?.fetchedAt ?? read.manifest.fetchedAt,
    pointer: kept?.pointer,
    unprepared: {
      isKept: kept !== undefined,
      prepare: (warnings) => prepare(read, kept, { ...preparing, warnings }),
    },
  };
}

async function prepare(
  read: ReadGeneration,
  kept: Pick<StoredCatalog, "generation" | "fetchedAt" | "pointer"> | undefined,
  opening: Preparing & { warnings: Warning[] },
): Promise<StoredCatalog> {
  const { store, machine, settings, warnings } = opening;
  const inMemoryNow = (): StoredCatalog => ({
    ...fromMemory(read.manifest, workOut(read, machine.codec)),
    fetchedAt: kept?.fetchedAt ?? read.manifest.fetchedAt,
  });
  if (store === undefined || kept?.generation === undefined) return inMemoryNow();
  const { generation } = kept;
  const atHand = (): StoredCatalog | undefined => {
    const prepared = preparedAtHand(store, generation, { ...opening, warnings: [] });
    return prepared && fromDisk(prepared, kept);
  };
  try {
    const until = machine.clock.steady() + patienceMs;
    for (;;) {
      const done = await ifFree(store, async () => {
        const known = atHand();
        if (known !== undefined) return known;
        const parts = workOut(read, machine.codec);
        keepPrepared(store, read, parts, machine);
        await pruneAfter(store, machine, settings, warnings);
        return fromMemory(read.manifest, parts);
      });
      const found = done ?? atHand();
      if (found !== undefined) return { ...found, fetchedAt: kept.fetchedAt };
      // somebody else is at it
      if (machine.clock.steady() >= until) return inMemoryNow();
      await machine.clock.wait(pollMs, undefined);
    }
  } catch (error) {
    // it cannot be kept
    if (isUnkept(error) || isDamage(error)) return inMemoryNow();
    throw error;
  }
}
