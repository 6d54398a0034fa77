import { isoTime } from "../catalog/dates.ts";
import type { CatalogBody } from "./body.ts";
import { nextSequence } from "./cache/order.ts";
import { isUnkept } from "./cache/read-errors.ts";
import { keepGeneration, prepareGeneration } from "./cache/write-generation.ts";
import { type FileOpening, type Look, notFound, unkeptWarning } from "./file-opening.ts";
import { ifFree } from "./lock-store.ts";
import { pruneAfter } from "./prune-after.ts";
import { readBody } from "./read-body.ts";
import { fromMemory, type StoredCatalog } from "./stored-catalog.ts";

// as large as a body in the cache may be
const largestFile = 256 * 1024 ** 2;

/** Reads the file and keeps what it holds; a pipe, which has no `look`, can be read but once, and is not kept. */
export async function readFileSource(
  from: FileOpening,
  look: Look | undefined,
): Promise<StoredCatalog> {
  const { source, store, machine, warnings, settings } = from;
  const catalog = machine.files.readGiven(source.path, largestFile);
  if (catalog === undefined) throw notFound(source);
  const facts =
    source.factsPath === undefined
      ? undefined
      : machine.files.readGiven(source.factsPath, largestFile);
  const body: CatalogBody = { catalog, facts, etag: undefined, factsEtag: undefined };
  const fetchedAt = isoTime(Math.round(look?.modifiedMs ?? machine.clock.now()));
  const prepared = prepareGeneration(readBody(body), body, {
    source: source.shown,
    fetchedAt,
    sequence: nextSequence(store),
    version: machine.installation.version,
    codec: machine.codec,
  });
  if (store === undefined || look === undefined) return fromMemory(prepared);
  try {
    // whoever is at it keeps the same, or clears it away
    await ifFree(store, async () => {
      keepGeneration(store, prepared, { fetchedAt, file: look }, machine);
      await pruneAfter(store, machine, settings, warnings);
    });
  } catch (error) {
    if (!isUnkept(error)) throw error;
    warnings.push(unkeptWarning(error));
  }
  return fromMemory(prepared);
}
