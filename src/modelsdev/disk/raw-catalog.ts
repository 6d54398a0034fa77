import { OutlineView } from "../../catalog/outline-view.ts";
import type { CatalogView } from "../../catalog/view.ts";
import type { Warning } from "../../failure.ts";
import { isGenerationCleared, leaveCleared } from "./cleared.ts";
import { ifFree } from "./lock-store.ts";
import { onceOf } from "./once-of.ts";
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
import { factsIn } from "../facts-in.ts";
import type { CatalogAbout } from "./manifest.ts";
import { aboutRows, type ReadGeneration } from "./read-generation.ts";
import { keepPrepared, workOut } from "./write-generation.ts";

type Preparing = Omit<Opening, "store" | "warnings"> & { store: Opening["store"] | undefined };

// what another process works out is there within it, or something keeps it
const patienceMs = 1_000;
const pollMs = 20;

/**
 * A catalog that answers from its rows, or from where they lie as long as that will do. `kept`: it is on disk, and what is
 * worked out of it can be kept beside it.
 */
export async function fromRows(
  read: ReadGeneration,
  kept: Pick<StoredCatalog, "generation" | "fetchedAt" | "pointer"> | undefined,
  preparing: Preparing,
): Promise<StoredCatalog> {
  const { manifest, outline, body } = read;
  const rows = later(() => onceOf(preparing.machine, manifest, () => rowsOf(read)));
  const ofOutline =
    outline &&
    new OutlineView(body.catalog, outline, {
      facts: () => factsIn(body),
      now: preparing.machine.clock.now(),
    });
  const view = ofOutline ?? (await rows()).view;
  return {
    ...inMemory(manifest, () => view),
    rows,
    body,
    isParsed: ofOutline === undefined,
    fetchedAt: kept?.fetchedAt ?? manifest.fetchedAt,
    pointer: kept?.pointer,
    unprepared: {
      isKept: kept !== undefined,
      prepare: (warnings) =>
        onceOf(preparing.machine, manifest, () => prepare(read, kept, { ...preparing, warnings })),
    },
  };
}

/** A view of them, and what is known of the catalog once they are read. */
async function rowsOf(read: ReadGeneration): Promise<{ view: CatalogView; about: CatalogAbout }> {
  const { RawView } = await import("../../catalog/raw-view.ts");
  const rows = await read.rows();
  return { view: new RawView(rows), about: aboutRows(read, rows) };
}

/** Worked out when it is first asked for, and once. */
function later<T>(work: () => T): () => T {
  let done: { value: T } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

async function prepare(
  read: ReadGeneration,
  kept: Pick<StoredCatalog, "generation" | "fetchedAt" | "pointer"> | undefined,
  opening: Preparing & { warnings: Warning[] },
): Promise<StoredCatalog> {
  const { store, machine, settings, warnings } = opening;
  const inMemoryNow = async (): Promise<StoredCatalog> => ({
    ...fromMemory(await workOut(read, machine.codec)),
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
        const isGone = isGenerationCleared(store, generation, kept.pointer, machine.files);
        const worked = await workOut(read, machine.codec);
        // another process has cleared it away: nothing of it is put back
        if (isGone) return fromMemory(worked);
        keepPrepared(store, worked, machine);
        await pruneAfter(store, machine, settings, warnings);
        return fromMemory(worked);
      });
      if (done !== undefined) leaveCleared(store, machine);
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
