import { ModelForgeError } from "../../failure.ts";
import type { FileInfo, System } from "../../system/ports.ts";
import type { FileLook } from "../disk/manifest.ts";
import { type FileOpening, isDirectory, type Look, notFound } from "./file-opening.ts";
import { warnIfShrunken } from "./shrunken-file.ts";
import type { FileSource } from "../source.ts";
import { currentPointer } from "../disk/current.ts";
import { openOlder, openStored } from "../disk/open-stored.ts";
import type { Opening, StoredCatalog } from "../disk/stored-catalog.ts";

/**
 * A catalog in a file. Its size, its times and its number are compared with those it was last read at;
 * it is read again only where one of them differs.
 *
 * Throws `file.not-found`, `file.unreadable`, `catalog.broken` where nothing older can answer, or may not.
 */
export async function openFileSource(
  from: FileOpening,
): Promise<{ stored: StoredCatalog; origin: "file" | "cache" }> {
  const { source, store, machine, warnings, mustRead } = from;
  if (source.isStream) {
    const { readFileSource } = await import("./read-file-source.ts");
    return { stored: await readFileSource(from, undefined, {}), origin: "file" };
  }
  const before = store && currentPointer(store);
  const opening: Opening | undefined = store && { ...from, store, source: source.shown };
  const stored = opening && (await openStored(opening));
  try {
    const info = machine.files.target(source.path);
    if (info === undefined) throw notFound(source);
    if (info.kind === "directory") throw isDirectory(source, machine);
    const look = lookOf(info, source, machine);
    const mustNote = from.acceptShrink && stored?.pointer?.shrunkFrom !== undefined;
    if (stored !== undefined && !mustNote && sameLook(stored.pointer?.file, look)) {
      warnIfShrunken(from, stored.about, stored.pointer);
      return { stored, origin: "file" };
    }
    const { readFileSource } = await import("./read-file-source.ts");
    const fresh = await readFileSource(from, look, { stored, before });
    if (fresh.generation === undefined) stored?.close();
    return { stored: fresh, origin: "file" };
  } catch (error) {
    if (!(error instanceof ModelForgeError) || mustRead) throw error;
    const older = stored ?? (opening && (await openOlder(opening)));
    if (older === undefined) throw error;
    warnIfShrunken(from, older.about, older.pointer);
    warnings.push({
      code: "cache.older-generation",
      message: `${error.message}; answering from what it held on ${older.fetchedAt}`,
    });
    return { stored: older, origin: "cache" };
  }
}

function lookOf(info: FileInfo, source: FileSource, { files }: System): Look {
  const facts = source.factsPath === undefined ? undefined : files.target(source.factsPath);
  return { catalog: partOf(info), facts: facts === undefined ? null : partOf(facts) };
}

function partOf({ bytes, modifiedMs, changedMs, number }: FileInfo): FileLook {
  return { bytes, modifiedMs, changedMs, number };
}

/** What an older version noted differs in any case. */
function sameLook(a: Look | undefined, b: Look): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
