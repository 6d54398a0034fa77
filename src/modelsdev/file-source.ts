import { ModelForgeError, type Warning } from "../failure.ts";
import type { FileInfo, System } from "../system/ports.ts";
import type { Pointer } from "./cache/manifest.ts";
import type { Store } from "./cache/store.ts";
import type { Settings } from "./settings.ts";
import type { FileSource } from "./source.ts";
import { openStored, type StoredCatalog } from "./stored.ts";

/** What reading a file source works with. */
export interface FileOpening {
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
export async function openFileSource(from: FileOpening): Promise<StoredCatalog> {
  const { source, store, machine, warnings } = from;
  const info = machine.files.info(source.path);
  const stored =
    store === undefined
      ? undefined
      : await openStored({ store, machine, source: source.shown, warnings });
  try {
    if (info === undefined) throw notFound(source);
    const look = lookOf(info, source, machine);
    if (stored !== undefined && sameLook(stored.pointer?.file, look)) return stored;
    const { readFileSource } = await import("./read-file-source.ts");
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

/** What a file looked like from outside. */
export type Look = NonNullable<Pointer["file"]>;

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

export function unkeptWarning(error: ModelForgeError): Warning {
  return {
    code: "cache.unwritable",
    message: `the answer is right but could not be kept for the next run: ${error.message}`,
  };
}

export function notFound(source: FileSource): ModelForgeError {
  return new ModelForgeError("file.not-found", {
    message: `there is no file ${source.path}`,
    hint: "correct MODELFORGE_URL, or unset it to use models.dev",
    details: { path: source.path },
  });
}
