import { isoTime } from "../catalog/dates.ts";
import { ModelForgeError } from "../failure.ts";
import type { CatalogBody } from "./body.ts";
import { prune } from "./cache/prune.ts";
import { addGeneration, prepareGeneration } from "./cache/write-generation.ts";
import { type FileOpening, type Look, notFound, unkeptWarning } from "./file-opening.ts";
import { readBody } from "./read-body.ts";
import { fromMemory, type StoredCatalog } from "./stored-catalog.ts";

/** Reads the file and keeps what it holds. */
export function readFileSource(from: FileOpening, look: Look): StoredCatalog {
  const { source, store, machine, warnings, settings } = from;
  const catalog = machine.files.read(source.path);
  if (catalog === undefined) throw notFound(source);
  const facts = source.factsPath === undefined ? undefined : machine.files.read(source.factsPath);
  const body: CatalogBody = { catalog, facts, etag: undefined, factsEtag: undefined };
  const fetchedAt = isoTime(Math.round(look.modifiedMs));
  const prepared = prepareGeneration(readBody(body), body, {
    source: source.shown,
    fetchedAt,
    version: machine.installation.version,
    codec: machine.codec,
  });
  if (store === undefined) return fromMemory(prepared);
  try {
    store.writePointer({
      generation: addGeneration(store, prepared, machine),
      fetchedAt,
      file: look,
    });
    prune(store, settings.maxCacheBytes, machine);
  } catch (error) {
    if (!(error instanceof ModelForgeError) || error.code !== "file.unwritable") throw error;
    warnings.push(unkeptWarning(error));
  }
  return fromMemory(prepared);
}
