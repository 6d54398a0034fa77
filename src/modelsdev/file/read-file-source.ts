import { isoTime } from "../../catalog/words/dates.ts";
import { ModelForgeError } from "../../failure.ts";
import type { Lock, System } from "../../system/ports.ts";
import { type CatalogBody, digestOf } from "../body.ts";
import { isCleared } from "../disk/cleared.ts";
import { currentName } from "../disk/current.ts";
import { ifFree, lockStore } from "../disk/lock-store.ts";
import type { Pointer } from "../disk/manifest.ts";
import { nextSequence } from "../disk/order.ts";
import { pruneAfter } from "../disk/prune-after.ts";
import { fromRows } from "../disk/raw-catalog.ts";
import { isUnkept } from "../disk/read-errors.ts";
import { readGeneration } from "../disk/read-generation.ts";
import type { Store } from "../disk/store.ts";
import type { StoredCatalog } from "../disk/stored-catalog.ts";
import { keepGeneration } from "../disk/write-generation.ts";
import { withoutFacts } from "../facts-told.ts";
import { hasShrunken, type Size } from "../refresh/shrink.ts";
import { noPlace, unkeptWarning } from "../unkept.ts";
import { type FileOpening, type Look, notFound } from "./file-opening.ts";
import { warnIfShrunken } from "./shrunken-file.ts";

// as large as a body in the cache may be
const largestFile = 256 * 1024 ** 2;

// the system notes the time of a change no finer than it counts it itself, some file systems by two seconds
const settledMs = 2_000;

/** Does something to the cache of a source, where nobody else is at it. */
type Within = <T>(store: Store, act: () => T | Promise<T>) => Promise<T | undefined>;

/** What was on disk when the question began. */
interface Found {
  stored?: StoredCatalog | undefined;
  before?: Pointer | undefined;
}

/**
 * Reads the file and keeps what it holds, unless that is what is `stored`. A pipe, which has no `look`, can be read but
 * once, and is not kept. Where reading it is all that is wanted, those who are at the cache are waited for.
 *
 * Throws `cache.busy` and `cancelled` besides what `openFileSource` does.
 */
export async function readFileSource(
  from: FileOpening,
  look: Look | undefined,
  found: Found,
): Promise<StoredCatalog> {
  const lock = look === undefined ? undefined : await takeTurn(from);
  if (lock === undefined) return readAndKeep(from, look, found, ifFree);
  try {
    return await readAndKeep(from, look, found, async (_, act) => act());
  } finally {
    await lock.release();
  }
}

async function takeTurn(from: FileOpening): Promise<Lock | undefined> {
  const { store, machine, settings, mustRead, signal } = from;
  if (store === undefined || !mustRead) return undefined;
  const deadline = machine.clock.steady() + settings.timeoutMs;
  try {
    return await lockStore(store, machine.clock, { deadline, signal });
  } catch (error) {
    // nobody can lock what nobody can write; that is said where it is to be kept
    if (isUnkept(error)) return undefined;
    throw error;
  }
}

async function readAndKeep(
  from: FileOpening,
  look: Look | undefined,
  { stored, before: pointerBefore }: Found,
  within: Within,
): Promise<StoredCatalog> {
  const { source, store, machine, warnings, settings } = from;
  const catalog = machine.files.readGiven(source.path, largestFile);
  if (catalog === undefined) throw notFound(source);
  const facts = readFacts(from);
  const body: CatalogBody = { catalog, facts, etag: undefined, factsEtag: undefined };
  const fetchedAt = isoTime(Math.round(look?.catalog.modifiedMs ?? machine.clock.now()));
  const seen = look !== undefined && isSettled(look, machine.clock.now()) ? { file: look } : {};
  // another process may have cleared it away meanwhile
  const isKept = !from.mustRead || (store && currentName(store)) === stored?.generation;
  if (stored?.generation !== undefined && isKept && holdsSame(stored, body, machine)) {
    const shrunk = from.acceptShrink ? {} : shrunkOf(stored.pointer?.shrunkFrom);
    warnIfShrunken(from, stored.about, shrunk);
    const pointer = { ...seen, ...shrunk, generation: stored.generation, fetchedAt };
    return noteLook(from, stored, pointer, within);
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
  const before = stored && (stored.pointer?.shrunkFrom ?? stored.about);
  const isShrunken = before !== undefined && !from.acceptShrink && hasShrunken(manifest, before);
  const shrunk = isShrunken ? shrunkOf(before) : {};
  warnIfShrunken(from, manifest, shrunk);
  const preparing = { ...from, source: source.shown };
  if (look === undefined) return fromRows(read, undefined, preparing);
  if (store === undefined) {
    warnings.push(unkeptWarning(noPlace(), !from.mustRead));
    return fromRows(read, undefined, preparing);
  }
  let kept: Pointer | undefined;
  try {
    // whoever is at it keeps the same, or clears it away
    kept = await within(store, async () => {
      // another process has cleared away what this one began with: nothing is put back unless that is asked for
      if (!from.mustRead && isCleared(store, pointerBefore, machine.files)) return undefined;
      const pointer = keepGeneration(store, read, { fetchedAt, ...seen, ...shrunk }, machine);
      await pruneAfter(store, machine, settings, warnings);
      return pointer;
    });
  } catch (error) {
    if (!isUnkept(error)) throw error;
    warnings.push(unkeptWarning(error, !from.mustRead));
  }
  return fromRows(read, kept && { ...kept, pointer: kept }, preparing);
}

function shrunkOf(before: Size | undefined): Pick<Pointer, "shrunkFrom"> {
  if (before === undefined) return {};
  return { shrunkFrom: { providers: before.providers, models: before.models } };
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
  within: Within,
): Promise<StoredCatalog> {
  try {
    await (store &&
      within(store, () => {
        if (currentName(store) === pointer.generation) store.writePointer(pointer);
      }));
  } catch (error) {
    if (!isUnkept(error)) throw error;
    warnings.push(unkeptWarning(error, !mustRead));
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
