import { isoTime } from "../catalog/dates.ts";
import { ModelForgeError, type Warning } from "../failure.ts";
import type { FileInfo, System } from "../system/ports.ts";
import { type CatalogBody, readBody } from "./body.ts";
import type { Pointer } from "./cache/manifest.ts";
import { prune } from "./cache/prune.ts";
import type { Store } from "./cache/store.ts";
import { prepareGeneration } from "./cache/write-generation.ts";
import type { Settings } from "./settings.ts";
import type { FileSource } from "./source.ts";
import { fromMemory, openStored, type StoredCatalog } from "./stored.ts";

/** What reading a file source works with. */
interface FileOpening {
  source: FileSource;
  store: Store | undefined;
  machine: System;
  settings: Pick<Settings, "maxCacheBytes">;
  warnings: Warning[];
}

/**
 * A catalog in a file. Its size and time are compared with those it was last read at;
 * it is read again only where they differ.
 *
 * Throws `file.not-found`, `file.unreadable`, `catalog.broken` where nothing older can answer.
 */
export function openFileSource(from: FileOpening): StoredCatalog {
  const { source, store, machine, warnings } = from;
  const info = machine.files.info(source.path);
  const stored =
    store === undefined
      ? undefined
      : openStored({ store, machine, source: source.shown, warnings });
  try {
    if (info === undefined) throw notFound(source);
    const look = lookOf(info, source, machine);
    if (stored !== undefined && sameLook(stored.pointer?.file, look)) return stored;
    const fresh = readFileSource(from, look);
    stored?.close();
    return fresh;
  } catch (error) {
    if (!(error instanceof ModelForgeError) || stored === undefined) throw error;
    warnings.push({
      code: error.code,
      message: `${error.message}; answering from what it held on ${stored.fetchedAt}`,
    });
    return stored;
  }
}

type Look = NonNullable<Pointer["file"]>;

function lookOf(info: FileInfo, source: FileSource, { files }: System): Look {
  const facts = source.factsPath === undefined ? undefined : files.info(source.factsPath);
  return {
    bytes: info.bytes,
    modifiedMs: info.modifiedMs,
    factsBytes: facts?.bytes ?? 0,
    factsModifiedMs: facts?.modifiedMs ?? 0,
  };
}

function sameLook(a: Look | undefined, b: Look): boolean {
  return (
    a !== undefined &&
    a.bytes === b.bytes &&
    a.modifiedMs === b.modifiedMs &&
    a.factsBytes === b.factsBytes &&
    a.factsModifiedMs === b.factsModifiedMs
  );
}

function readFileSource(from: FileOpening, look: Look): StoredCatalog {
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
    store.writePointer({ generation: store.add(prepared), fetchedAt, file: look });
    prune(store, settings.maxCacheBytes, machine);
  } catch (error) {
    if (!(error instanceof ModelForgeError) || error.code !== "file.unwritable") throw error;
    warnings.push(unkeptWarning(error));
  }
  return fromMemory(prepared);
}

export function unkeptWarning(error: ModelForgeError): Warning {
  return {
    code: "cache.unwritable",
    message: `the answer is right but could not be kept for the next run: ${error.message}`,
  };
}

function notFound(source: FileSource): ModelForgeError {
  return new ModelForgeError("file.not-found", {
    message: `there is no file ${source.path}`,
    hint: "correct MODELFORGE_URL, or unset it to use models.dev",
    details: { path: source.path },
  });
}
