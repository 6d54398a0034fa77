import { type CatalogNames, openNames } from "../../catalog/prepared/names.ts";
import { ModelForgeError } from "../../failure.ts";
import type { Codec, Environment, Files } from "../../system/ports.ts";
import { keyOfCache } from "./key-of-cache.ts";
import { StoreReader } from "./store-reader.ts";
import { readSalt } from "./read-salt.ts";
import { cacheDirectoryOf } from "../settings.ts";
import { snapshotKey } from "../snapshot/snapshot.ts";
import { parseSource } from "../source.ts";

/**
 * The names in the catalog that is on disk, whatever its age, else in a snapshot prepared earlier.
 * Nothing is fetched, prepared, repaired or noted. Undefined where nothing sound is there.
 *
 * Throws `usage.bad-value` and `network.insecure` for a source that is none.
 */
export function namesAtHand(machine: {
  files: Files;
  codec: Codec;
  environment: Environment;
}): CatalogNames | undefined {
  const { environment, files } = machine;
  const cacheDirectory = cacheDirectoryOf(environment, files);
  if (cacheDirectory === undefined) return undefined;
  const source = parseSource(environment.get("MODELFORGE_URL"), machine, () =>
    readSalt(cacheDirectory, machine),
  );
  // somebody's own file has nothing to do with models.dev
  const key = keyOfCache(source, cacheDirectory, machine);
  const keys = source.kind === "file" ? [key] : [key, snapshotKey];
  for (const key of keys) {
    const names = readCurrent(new StoreReader(cacheDirectory, key, machine));
    if (names !== undefined) return names;
  }
  return undefined;
}

function readCurrent(store: StoreReader): CatalogNames | undefined {
  try {
    const pointer = store.readPointer();
    if (pointer === undefined) return undefined;
    const generation = store.openGeneration(pointer.generation);
    return generation.isReadable ? openNames(generation.parts) : undefined;
  } catch (error) {
    if (!(error instanceof ModelForgeError)) throw error;
    // the next command that reads the catalog repairs it and says so
    return undefined;
  }
}
