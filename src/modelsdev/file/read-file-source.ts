import { isoTime } from "../../catalog/words/dates.ts";
import { ModelForgeError } from "../../failure.ts";
import type { System } from "../../system/ports.ts";
import { type CatalogBody, digestOf } from "../body.ts";
import { currentName } from "../disk/current.ts";
import { ifFree } from "../disk/lock-store.ts";
import type { Pointer } from "../disk/manifest.ts";
import { nextSequence } from "../disk/order.ts";
import { pruneAfter } from "../disk/prune-after.ts";
import { fromRows } from "../disk/raw-catalog.ts";
import { isUnkept } from "../disk/read-errors.ts";
import { readGeneration } from "../disk/read-generation.ts";
import type { StoredCatalog } from "../disk/stored-catalog.ts";
import { keepGeneration } from "../disk/write-generation.ts";
import { withoutFacts } from "../facts-told.ts";
import { hasShrunken, sayShrunken } from "../refresh/shrink.ts";
import { noPlace, unkeptWarning } from "../unkept.ts";
import { type FileOpening, type Look, notFound } from "./file-opening.ts";

// as large as a body in the cache may be
const largestFile = 256 * 1024 ** 2;

// the system notes the time of a change no finer than it counts it itself, some file systems by two seconds
const settledMs = 2_000;

/**
 * Reads the file and keeps what it holds, unless that is what is `stored`. A pipe, which has no `look`, can be read but
 * once, and is not kept.
 */
export async function readFileSource(
  from: FileOpening,
  look: Look | undefined,
  stored?: StoredCatalog,
): Promise<StoredCatalog> {
  const { source, store, machine, warnings, settings } = from;
  const catalog = machine.files.readGiven(source.path, largestFile);
  if (catalog === undefined) throw notFound(source);
  const facts = readFacts(from);
  const body: CatalogBody = { catalog, facts, etag: undefined, factsEtag: undefined };
  const fetchedAt = isoTime(Math.round(look?.catalog.modifiedMs ?? machine.clock.now()));
  const seen = look !== undefined && isSettled(look, machine.clock.now()) ? { file: look } : {};
  if (stored?.generation !== undefined && holdsSame(stored, body, machine)) {
    return noteLook(from, stored, { ...seen, generation: stored.generation, fetchedAt });
  }
  const about = {
    source: source.shown,
    fetchedAt,
    sequence: nextSequence(store),
    version: machine.installation.version,
    codec: machine.codec,
    now: machine.clock.now(),
  };
  const told = { name: source.factsPath, warnings };
  const { allRows } = from;
  const readRows = () => readGeneration(body, about, { told, whole: allRows });
  const read = await naming(source.path, () =>
    // stepping over the bytes is one loop, which is worth optimising
    allRows ? machine.process.once(readRows) : readRows(),
  );
  const { manifest } = read;
  if (stored !== undefined && hasShrunken(manifest, stored.about)) {
    warnings.push({
      code: "catalog.shrunken",
      message: sayShrunken(source.shown, manifest, stored.about),
    });
  }
  const preparing = { ...from, source: source.shown };
  if (look === undefined) return fromRows(read, undefined, preparing);
  if (store === undefined) {
    warnings.push(unkeptWarning(noPlace, !from.mustRead));
    return fromRows(read, undefined, preparing);
  }
  let kept: Pointer | undefined;
  try {
    // whoever is at it keeps the same, or clears it away
    kept = await ifFree(store, async () => {
      const pointer = keepGeneration(store, read, { fetchedAt, ...seen }, machine);
      await pruneAfter(store, machine, settings, warnings);
      return pointer;
    });
  } catch (error) {
    if (!isUnkept(error)) throw error;
    warnings.push(unkeptWarning(error.message, !from.mustRead));
  }
  return fromRows(read, kept && { ...kept, pointer: kept }, preparing);
}

/** What is wrong with a file is said with its path. */
async function naming<Result>(path: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ModelForgeError)) throw error;
    const { code, message, hint = "", details } = error;
    throw new ModelForgeError(code, {
      message: `${path}: ${message}`,
      hint,
      details: { ...details, path },
      cause: error,
    });
  }
}

/** Whether another change would show: one within the same moment leaves size and times as they are. */
function isSettled({ catalog, facts }: Look, now: number): boolean {
  const times = [catalog.changedMs, catalog.modifiedMs, facts?.changedMs, facts?.modifiedMs];
  return times.every((at = 0) => Math.abs(now - at) >= settledMs);
}

function holdsSame({ about }: StoredCatalog, body: CatalogBody, { codec }: System): boolean {
  return about.digest === `sha256:${digestOf(body, codec)}`;
}

/** The same content under another look: only that is noted, where another process has not cleared it away meanwhile. */
async function noteLook(
  { store, warnings, mustRead }: FileOpening,
  stored: StoredCatalog,
  pointer: Pointer,
): Promise<StoredCatalog> {
  try {
    await (store &&
      ifFree(store, () => {
        if (currentName(store) === pointer.generation) store.writePointer(pointer);
      }));
  } catch (error) {
    if (!isUnkept(error)) throw error;
    warnings.push(unkeptWarning(error.message, !mustRead));
  }
  return { ...stored, fetchedAt: pointer.fetchedAt, pointer };
}

/** Facts are a bonus: prices are worth having without them. */
function readFacts({ source, machine, warnings }: FileOpening): Uint8Array | undefined {
  if (source.factsPath === undefined) return undefined;
  try {
    return machine.files.readGiven(source.factsPath, largestFile);
  } catch (error) {
    if (!(error instanceof ModelForgeError)) throw error;
    warnings.push(withoutFacts(error.code, error.message));
    return undefined;
  }
}
