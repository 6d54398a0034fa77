import { isoTime } from "../catalog/dates.ts";
import { ModelForgeError, type Warning } from "../failure.ts";
import { addGeneration, prepareGeneration } from "./cache/write-generation.ts";
import { readBody } from "./read-body.ts";
import {
  fromDisk,
  fromMemory,
  noteDamage,
  type Opening,
  type StoredCatalog,
} from "./stored-catalog.ts";

/**
 * Works the prepared files out again from the stored body; keeps them where the cache can be written.
 * `wasReduced`: they were removed to make room, so that nothing is wrong.
 */
export function rebuildGeneration(
  opening: Opening,
  name: string,
  wasReduced = false,
): StoredCatalog | undefined {
  const { store, machine, warnings } = opening;
  const body = store.readBody(name);
  if (body === undefined) return undefined;
  const known = noteDamage([], () => store.openGeneration(name))?.manifest;
  const pointer = noteDamage([], () => store.readPointer());
  const isCurrent = pointer?.generation === name;
  const prepared = orNext(warnings, () =>
    prepareGeneration(
      readBody(body),
      { ...body, etag: known?.etag ?? undefined, factsEtag: known?.factsEtag ?? undefined },
      {
        source: opening.source,
        // without any record of its age it counts as old
        fetchedAt: (isCurrent ? pointer.fetchedAt : known?.fetchedAt) ?? isoTime(0),
        version: machine.installation.version,
        codec: machine.codec,
      },
    ),
  );
  if (prepared === undefined) return undefined;
  try {
    const generation = addGeneration(store, prepared, machine);
    const fetchedAt = prepared.manifest.fetchedAt;
    store.writePointer({ ...(isCurrent ? pointer : {}), generation, fetchedAt });
    if (wasReduced) {
      store.remove(name);
    } else {
      store.quarantineGeneration(name);
      warnings.push({
        code: "cache.repaired",
        message: `the cache was repaired from its stored catalog (${generation})`,
      });
    }
    return fromDisk(store.openGeneration(generation), { generation, fetchedAt });
  } catch (error) {
    if (error instanceof ModelForgeError && error.code === "file.unwritable") {
      return fromMemory(prepared);
    }
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
