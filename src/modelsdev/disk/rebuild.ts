import { isoTime } from "../../catalog/words/dates.ts";
import { ModelForgeError, type Warning } from "../../failure.ts";
import type { Generation } from "./generation.ts";
import type { Manifest } from "./manifest.ts";
import { nextSequence } from "./order.ts";
import { isDamage, isUnkept, isUnreadable } from "./read-errors.ts";
import { quarantineGeneration } from "./quarantine.ts";
import { Remover } from "./remover.ts";
import { readStoredBody } from "./stored-body.ts";
import {
  addGeneration,
  keepGeneration,
  type PreparedGeneration,
  prepareGeneration,
} from "./write-generation.ts";
import { ifFree } from "./lock-store.ts";
import { pruneAfter } from "./prune-after.ts";
import { readBody } from "../read-body.ts";
import {
  fromDisk,
  fromMemory,
  noteDamage,
  type Opening,
  type StoredCatalog,
} from "./stored-catalog.ts";

/** Works the prepared files out again from the stored body; keeps them where the cache can be written and nobody else is at it. */
export async function rebuildGeneration(
  opening: Opening,
  name: string,
): Promise<StoredCatalog | undefined> {
  const { store, machine, warnings } = opening;
  const body = readStoredBody(store.pathOf(name), machine);
  if (body === undefined) return undefined;
  const { manifest } = lookAt(opening, name);
  const pointer = noteDamage([], () => store.readPointer());
  const confirmedAt = pointer?.generation === name ? pointer.fetchedAt : undefined;
  const prepared = orNext(warnings, () =>
    prepareGeneration(
      readBody(body),
      { ...body, etag: manifest?.etag ?? undefined, factsEtag: manifest?.factsEtag ?? undefined },
      {
        source: opening.source,
        // without any record of its age it counts as old
        fetchedAt: confirmedAt ?? manifest?.fetchedAt ?? isoTime(0),
        sequence:
          manifest?.sequence ?? (confirmedAt === undefined ? undefined : nextSequence(store)),
        version: machine.installation.version,
        codec: machine.codec,
      },
    ),
  );
  if (prepared === undefined) return undefined;
  try {
    return (await ifFree(store, () => keep(opening, name, prepared))) ?? fromMemory(prepared);
  } catch (error) {
    // it cannot be kept, or another process has cleared it away at once
    if (isUnkept(error) || isDamage(error)) return fromMemory(prepared);
    throw error;
  }
}

/** A body that an earlier version could read and this one cannot is no reason to ask nothing older. */
function orNext<Result>(warnings: Warning[], read: () => Result): Result | undefined {
  try {
    return read();
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
  prepared: PreparedGeneration,
): Promise<StoredCatalog> {
  const { store, machine, warnings } = opening;
  const { state } = lookAt(opening, name);
  const pointer = noteDamage([], () => store.readPointer());
  const { fetchedAt } = prepared.manifest;
  const isOlder = pointer !== undefined && pointer.generation !== name;
  // one that only stands in for what is lost is not to pass for it
  const kept = isOlder
    ? { generation: addGeneration(store, prepared, machine), fetchedAt }
    : keepGeneration(store, prepared, { fetchedAt, ...pointer }, machine);
  putAway(opening, name, state);
  if (state === "damaged") {
    warnings.push({
      code: "cache.repaired",
      message: `the cache was repaired from its stored catalog (${kept.generation})`,
    });
  }
  // what was made again takes room again
  await pruneAfter(store, machine, opening.settings, warnings);
  const again = store.openGeneration(kept.generation);
  // one that only stands in may have been cut down again at once
  return again.isReadable ? fromDisk(again, isOlder ? undefined : kept) : fromMemory(prepared);
}

/** `outdated`: nothing is wrong with it, but its prepared files went to make room, or are those of another version. */
type State = "damaged" | "outdated" | "unreadable";

function lookAt({ store, failed }: Opening, name: string): { state: State; manifest?: Manifest } {
  let generation: Generation;
  try {
    generation = store.openGeneration(name);
  } catch (error) {
    if (isDamage(error)) return { state: "damaged" };
    if (isUnreadable(error)) return { state: "unreadable" };
    throw error;
  }
  const { manifest, isReadable } = generation;
  return { state: isReadable ? (failed.get(name) ?? "damaged") : "outdated", manifest };
}

/** What has been replaced is not needed any more; what may be sound is nobody's to move. */
function putAway({ store, machine }: Opening, name: string, state: State): void {
  if (state === "damaged") quarantineGeneration(store, name, machine);
  if (state === "outdated") new Remover(store, machine, "removes").generation(name);
}
