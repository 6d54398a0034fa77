import type { Warning } from "../../failure.ts";
import { type CatalogBody, digestOf } from "../body.ts";
import { ifFree } from "../disk/lock-store.ts";
import { nextSequence } from "../disk/order.ts";
import { pruneAfter } from "../disk/prune-after.ts";
import { isUnkept } from "../disk/read-errors.ts";
import { readGeneration } from "../disk/read-generation.ts";
import { Store } from "../disk/store.ts";
import { readStoredBody } from "../disk/stored-body.ts";
import { fromMemory, type Opening, type StoredCatalog } from "../disk/stored-catalog.ts";
import { keepGeneration, keepPrepared, workOut } from "../disk/write-generation.ts";
import type { OpenedCatalog } from "../policy.ts";
import { readBody } from "../read-body.ts";
import { snapshotKey } from "../snapshot/snapshot.ts";
import type { Source } from "../source.ts";
import { unkeptWarning } from "../unkept.ts";
import { joinBody } from "./join-body.ts";
import { saidText } from "./joined-store.ts";
import type { OwnRow } from "./own-row.ts";

// as large as a body in the cache may be
const largestFile = 256 * 1024 ** 2;

type Joining = Omit<Opening, "store"> & {
  store: Store | undefined;
  /** The cache of the source. */
  base: Store | undefined;
  from: Source;
};

/**
 * Works out what a catalog is with what a configuration says of models, and keeps it where it can be kept. Undefined, and
 * said, where the catalog itself cannot be read any more.
 */
export async function join(
  { stored }: Pick<OpenedCatalog, "stored">,
  own: readonly OwnRow[],
  { store, base, from, source, machine, settings, warnings }: Joining,
): Promise<StoredCatalog | undefined> {
  const body =
    stored.body ?? bodyOnDisk(stored, base, machine) ?? bodyOfFile(stored, from, machine);
  if (body === undefined) {
    warnings.push(leftOut);
    return undefined;
  }
  const now = machine.clock.now();
  const joined = joinBody(readBody(body, { now }), own, body.facts);
  const { about, fetchedAt } = stored;
  const read = await readGeneration(
    joined,
    {
      source,
      fetchedAt,
      sequence: nextSequence(store),
      version: machine.installation.version,
      codec: machine.codec,
      joined: { digest: about.digest, said: saidText(own) },
      now,
    },
    { whole: true },
  );
  const worked = await workOut(read, machine.codec);
  try {
    await (store &&
      ifFree(store, async () => {
        keepPrepared(store, worked, machine);
        keepGeneration(store, read, { fetchedAt }, machine);
        await pruneAfter(store, machine, settings, warnings);
      }));
  } catch (error) {
    // it is worked out anew by the next command then
    if (!isUnkept(error)) throw error;
    warnings.push(unkeptWarning(error, true));
  }
  return fromMemory(worked);
}

/** Whose it is says its name, which begins with its digest. */
function bodyOnDisk(
  { generation }: StoredCatalog,
  base: Store | undefined,
  machine: Joining["machine"],
): CatalogBody | undefined {
  if (base === undefined || generation === undefined) return undefined;
  const shipped = new Store(base.cacheDirectory, snapshotKey, machine);
  for (const store of [base, shipped]) {
    const body = readStoredBody(store.pathOf(generation), machine);
    if (body !== undefined) return body;
  }
  return undefined;
}

/** What was kept of it is damaged, and the file itself may be as it was. */
function bodyOfFile(
  { about }: StoredCatalog,
  from: Source,
  { files, codec }: Joining["machine"],
): CatalogBody | undefined {
  if (from.kind !== "file" || from.isStream) return undefined;
  const read = (path: string | undefined): Uint8Array | undefined =>
    path === undefined ? undefined : files.readGiven(path, largestFile);
  const catalog = read(from.path);
  if (catalog === undefined) return undefined;
  const body = { catalog, facts: read(from.factsPath), etag: undefined, factsEtag: undefined };
  return about.digest === `sha256:${digestOf(body, codec)}` ? body : undefined;
}

const leftOut: Warning = {
  code: "config.models-left-out",
  message:
    "what your configuration says of models is left out: the catalog as it was sent is damaged or gone; run modelforge refresh-cache",
};
