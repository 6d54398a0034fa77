import { isoTime } from "../../catalog/words/dates.ts";
import { ModelForgeError, type Warning } from "../../failure.ts";
import { isGenerationCleared, leaveCleared } from "./cleared.ts";
import { ifFree } from "./lock-store.ts";
import type { Pointer } from "./manifest.ts";
import { nextSequence } from "./order.ts";
import { preparedAtHand, soundPrepared } from "./prepared-at-hand.ts";
import type { PreparedCatalog } from "./prepared-catalog.ts";
import { pruneAfter } from "./prune-after.ts";
import { quarantine } from "./quarantine.ts";
import { isDamage, isUnkept, isUnreadable } from "./read-errors.ts";
import {
  fromDisk,
  fromMemory,
  noteDamage,
  type Opening,
  type StoredCatalog,
} from "./stored-catalog.ts";
import { readStoredBody } from "./stored-body.ts";
import { fromRows } from "./raw-catalog.ts";
import { type ReadGeneration, readGeneration } from "./read-generation.ts";
import { addGeneration, keepPrepared, workOut } from "./write-generation.ts";

/** Works out again what answers from the stored body; keeps it where the cache can be written and nobody else is at it. */
export async function rebuildGeneration(
  opening: Opening,
  name: string,
): Promise<StoredCatalog | undefined> {
  const { store, machine, warnings } = opening;
  const manifest = noteDamage(warnings, () => store.openGeneration(name))?.manifest;
  // names of caches are short sums: the catalog of another source answers nothing here
  if (manifest !== undefined && manifest.source !== opening.source) return undefined;
  const beside = opening.failed.has(name) ? soundPrepared(store, name, opening) : undefined;
  if (beside !== undefined) return standing(opening, name, beside);
  // before the body: what is cleared away in between has had one
  const pointer = noteDamage([], () => store.readPointer());
  const body = readStoredBody(store.pathOf(name), machine);
  if (body === undefined) return undefined;
  const confirmedAt = pointer?.generation === name ? pointer.fetchedAt : undefined;
  const read = await orNext(warnings, () =>
    // it is about to be prepared, or another process is about to have done so
    readGeneration(
      { ...body, etag: manifest?.etag ?? undefined, factsEtag: manifest?.factsEtag ?? undefined },
      {
        source: opening.source,
        // without any record of its age it counts as old
        fetchedAt: confirmedAt ?? manifest?.fetchedAt ?? isoTime(0),
        sequence:
          manifest?.sequence ?? (confirmedAt === undefined ? undefined : nextSequence(store)),
        version: machine.installation.version,
        codec: machine.codec,
        now: machine.clock.now(),
        ...(manifest?.joined === undefined ? {} : { joined: manifest.joined }),
      },
      { whole: true },
    ),
  );
  if (read === undefined) return undefined;
  try {
    const kept = await ifFree(store, async () => ({
      stored: await keep(opening, name, read, pointer),
    }));
    if (kept !== undefined) leaveCleared(store, machine);
    if (kept !== undefined) return kept.stored;
    // it lies there, whoever is at it
    const stored = await fromRows(read, pointerTo(name, pointer, read), opening);
    return { ...stored, generation: name };
  } catch (error) {
    // it cannot be kept, or another process has cleared it away at once
    if (isUnkept(error) || isDamage(error)) return await fromRows(read, undefined, opening);
    throw error;
  }
}

/** Somebody else is at the cache, and may be working out the same. */
function pointerTo(generation: string, pointer: Pointer | undefined, { manifest }: ReadGeneration) {
  const of = pointer?.generation === generation ? pointer : undefined;
  return { generation, fetchedAt: of?.fetchedAt ?? manifest.fetchedAt, pointer: of };
}

/** What lies beside a damaged one that cannot be moved away. */
function standing(
  { store }: Opening,
  generation: string,
  prepared: PreparedCatalog,
): StoredCatalog {
  const pointer = noteDamage([], () => store.readPointer());
  const of = pointer?.generation === generation ? pointer : undefined;
  const fetchedAt = of?.fetchedAt ?? prepared.manifest.fetchedAt;
  return fromDisk(prepared, { generation, fetchedAt, pointer: of });
}

/** A body that an earlier version could read and this one cannot is no reason to ask nothing older. */
async function orNext<Result>(
  warnings: Warning[],
  read: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ModelForgeError) || error.code !== "catalog.broken") throw error;
    warnings.push({ code: error.code, message: `a kept catalog is of no use: ${error.message}` });
    return undefined;
  }
}

/** What it is to replace is looked at again: another process may have been faster. */
async function keep(
  opening: Opening,
  name: string,
  read: ReadGeneration,
  before: Pointer | undefined,
): Promise<StoredCatalog | undefined> {
  const { store, machine, warnings, failed } = opening;
  // another process has cleared it away: it is not put back
  if (isGenerationCleared(store, name, before, machine.files))
    return fromRows(read, undefined, opening);
  const state = stateOf(opening, name);
  const isNoted = warnings.some(({ code }) => code === "cache.damaged");
  const isDamaged = isNoted || state === "damaged" || failed.get(name) === "damaged";
  const pointer = noteDamage([], () => store.readPointer());
  const { fetchedAt } = read.manifest;
  const known =
    isDamaged || failed.has(name)
      ? undefined
      : preparedAtHand(store, name, { ...opening, warnings: [] });
  if (known !== undefined) return fromDisk(known, pointerTo(name, pointer, read));
  const worked = await orNext(warnings, () => workOut(read, machine.codec));
  if (worked === undefined) return undefined;
  keepPrepared(store, worked, machine);
  const generation = state === "damaged" ? addGeneration(store, read, machine) : name;
  // one that only stands in for what is lost is not to pass for it
  const isOlder = pointer !== undefined && pointer.generation !== name;
  // where one file is damaged another may be
  const doubted = isDamaged ? { doubted: true as const } : {};
  const kept: Pointer = { fetchedAt, ...pointer, generation, ...doubted };
  if (!isOlder && (isDamaged || pointer?.generation !== generation)) store.writePointer(kept);
  if (state === "damaged") quarantine(store, "generations", name, machine);
  if (isDamaged) {
    warnings.push({
      code: "cache.repaired",
      message: `the cache was repaired from its stored catalog (${generation})`,
    });
  }
  // what was made again takes room again
  await pruneAfter(store, machine, opening.settings, warnings);
  const again = failed.has(name)
    ? soundPrepared(store, generation, opening)
    : preparedAtHand(store, generation, { ...opening, warnings: [] });
  // one that only stands in may have gone again at once
  if (again === undefined) return fromMemory(worked);
  return fromDisk(again, { generation, fetchedAt, pointer: isOlder ? undefined : kept });
}

/** `unreadable`: it may be sound, but cannot be looked at. */
type State = "damaged" | "sound" | "unreadable";

function stateOf({ store }: Opening, name: string): State {
  try {
    store.openGeneration(name);
    return "sound";
  } catch (error) {
    if (isDamage(error)) return "damaged";
    if (isUnreadable(error)) return "unreadable";
    throw error;
  }
}
