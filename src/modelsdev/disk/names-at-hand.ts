import { type CatalogNames, openNames } from "../../catalog/prepared/names.ts";
import { ModelForgeError } from "../../failure.ts";
import type { Codec, Environment, Installation, ReadingFiles } from "../../system/ports.ts";
import { longKeyOf } from "./key-of-cache.ts";
import type { PreparedCatalog } from "./prepared-catalog.ts";
import { StoreReader } from "./store-reader.ts";
import { readSalt } from "./read-salt.ts";
import { cacheDirectoryOf, type Configured, isSnapshotAllowed } from "../settings.ts";
import { readSnapshotAbout, snapshotKey } from "../snapshot/snapshot.ts";
import { parseSource } from "../source.ts";
import { mayShip } from "../way-out.ts";

/**
 * The names in the catalog that is on disk, whatever its age, else in a snapshot prepared earlier, where that may
 * answer. Nothing is fetched, prepared, repaired or noted. Undefined where nothing sound is there.
 *
 * Throws `usage.bad-value` and `network.insecure` for a source that is none.
 */
export function namesAtHand(
  machine: {
    files: ReadingFiles;
    codec: Codec;
    environment: Environment;
    installation: Pick<Installation, "readSnapshot">;
  },
  { allowSnapshot = false, configured }: { allowSnapshot?: boolean; configured?: Configured } = {},
): CatalogNames | undefined {
  const { environment, files } = machine;
  const cacheDirectory = cacheDirectoryOf(environment, files);
  if (cacheDirectory === undefined) return undefined;
  const source = parseSource(environment.get("MODELFORGE_URL") ?? configured?.source, machine, () =>
    saltAtHand(cacheDirectory, machine),
  );
  const open = (key: string): PreparedCatalog | undefined =>
    openCurrent(new StoreReader(cacheDirectory, key, machine));
  const usual = open(source.key);
  const isAnothers = usual !== undefined && usual.manifest.source !== source.shown;
  const own = isAnothers ? open(longKeyOf(source, machine.codec)) : usual;
  const names = own?.manifest.source === source.shown ? namesOf(own) : undefined;
  // somebody's own file has nothing to do with models.dev
  if (names !== undefined || source.kind === "file") return names;
  const about = readSnapshotAbout(machine.installation);
  const settings = { allowSnapshot: allowSnapshot || isSnapshotAllowed(environment, configured) };
  if (about === undefined || !mayShip({ source, settings }, about)) return undefined;
  const shipped = open(snapshotKey);
  // one that came with another version has been replaced, and does not answer
  return shipped?.manifest.digest === about.digest ? namesOf(shipped) : undefined;
}

/** Without it no cache of an address with a query is found. */
function saltAtHand(cacheDirectory: string, machine: { files: ReadingFiles }): string | undefined {
  return orNothing(() => readSalt(cacheDirectory, machine));
}

function openCurrent(store: StoreReader): PreparedCatalog | undefined {
  return orNothing(() => {
    const pointer = store.readPointer();
    return pointer && store.openPrepared(pointer.generation);
  });
}

function namesOf(prepared: PreparedCatalog | undefined): CatalogNames | undefined {
  return orNothing(() => prepared && openNames(prepared.parts));
}

/** The next command that reads the catalog repairs it and says so. */
function orNothing<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ModelForgeError)) throw error;
    return undefined;
  }
}
