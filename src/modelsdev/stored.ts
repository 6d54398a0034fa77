import { isoTime } from "../catalog/dates.ts";
import { memoryParts, type Parts } from "../catalog/prepared/parts.ts";
import { ModelForgeError, type Warning } from "../failure.ts";
import type { System } from "../system/ports.ts";
import { readBody } from "./body.ts";
import type { Generation } from "./cache/generation.ts";
import type { Manifest, Pointer } from "./cache/manifest.ts";
import type { Store } from "./cache/store.ts";
import { type PreparedGeneration, prepareGeneration } from "./cache/write-generation.ts";

/** A catalog ready for questions, on disk or in memory. */
export interface StoredCatalog {
  manifest: Manifest;
  parts: Parts;
  /** When the source last sent or confirmed it, ISO 8601. */
  fetchedAt: string;
  /** Its name on disk; undefined where it lives in memory. */
  generation: string | undefined;
  pointer: Pointer | undefined;
  close(): void;
}

/** What opening needs: where to look, whose cache it is, and where to say what was found damaged. */
export interface Opening {
  store: Store;
  machine: System;
  /** As shown to people. */
  source: string;
  warnings: Warning[];
}

export function fromMemory(prepared: PreparedGeneration): StoredCatalog {
  return {
    manifest: prepared.manifest,
    parts: memoryParts(prepared.parts),
    fetchedAt: prepared.manifest.fetchedAt,
    generation: undefined,
    pointer: undefined,
    close: () => undefined,
  };
}

/**
 * The generation that answers, or the next best one: the same made anew from its stored body, else an older one.
 * Whatever was found damaged is named in `warnings`. Undefined where there is nothing to answer from.
 */
export function openStored(opening: Opening): StoredCatalog | undefined {
  const { store, warnings } = opening;
  const pointer = noteDamage(warnings, () => store.readPointer());
  const first = pointer?.generation ?? store.generations()[0]?.name;
  const opened = first === undefined ? undefined : openOne(opening, first, pointer);
  return opened ?? nextBest(opening, first);
}

/**
 * What to answer from once a part of `failed` turned out damaged while it was read.
 * Undefined where nothing on disk can answer.
 */
export function recover(opening: Opening, failed: string): StoredCatalog | undefined {
  const { store, warnings } = opening;
  const pointer = noteDamage(warnings, () => store.readPointer());
  // another process has put a sound one in its place
  if (pointer !== undefined && pointer.generation !== failed) {
    const opened = openOne(opening, pointer.generation, pointer);
    if (opened !== undefined) return opened;
  }
  return rebuild(opening, failed) ?? nextBest(opening, failed);
}

function openOne(
  opening: Opening,
  name: string,
  pointer: Pointer | undefined,
): StoredCatalog | undefined {
  const { store, warnings } = opening;
  const generation = noteDamage(warnings, () => store.openGeneration(name));
  if (generation === undefined) return rebuild(opening, name);
  const damages = generation.checkSizes();
  for (const damage of damages) warnings.push(damageWarning(damage));
  if (damages.length > 0 || !generation.isReadable) {
    const rebuilt = rebuild(opening, name);
    // with its body lost, the rest of it may still answer; every read is verified
    if (rebuilt !== undefined || !generation.isReadable) return rebuilt;
  }
  return fromDisk(generation, pointer?.generation === name ? pointer : undefined);
}

function fromDisk(generation: Generation, pointer: Pointer | undefined): StoredCatalog {
  return {
    manifest: generation.manifest,
    parts: generation.parts,
    fetchedAt: pointer?.fetchedAt ?? generation.manifest.fetchedAt,
    generation: generation.name,
    pointer,
    close: () => generation.close(),
  };
}

/** Works the prepared files out again from the stored body; keeps them where the cache can be written. */
function rebuild(opening: Opening, name: string): StoredCatalog | undefined {
  const { store, machine, warnings } = opening;
  const body = store.readBody(name);
  if (body === undefined) return undefined;
  const known = manifestOf(store, name);
  const pointer = noteDamage([], () => store.readPointer());
  const isCurrent = pointer?.generation === name;
  const prepared = prepareGeneration(
    readBody(body),
    { ...body, etag: known?.etag ?? undefined, factsEtag: known?.factsEtag ?? undefined },
    {
      source: opening.source,
      // without any record of its age it counts as old
      fetchedAt: (isCurrent ? pointer.fetchedAt : known?.fetchedAt) ?? isoTime(0),
      version: machine.installation.version,
      codec: machine.codec,
    },
  );
  try {
    const generation = store.add(prepared);
    const fetchedAt = prepared.manifest.fetchedAt;
    store.writePointer({ ...(isCurrent ? pointer : {}), generation, fetchedAt });
    store.quarantine(store.pathOf(name));
    warnings.push({
      code: "cache.repaired",
      message: `the cache was repaired from its stored catalog (${generation})`,
    });
    return fromDisk(store.openGeneration(generation), { generation, fetchedAt });
  } catch (error) {
    if (error instanceof ModelForgeError && error.code === "file.unwritable") {
      return fromMemory(prepared);
    }
    throw error;
  }
}

function nextBest(opening: Opening, failed: string | undefined): StoredCatalog | undefined {
  const { store, warnings } = opening;
  for (const name of [...store.generations().map((one) => one.name), ...store.generationNames()]) {
    if (name === failed) continue;
    const opened = openOne(opening, name, undefined);
    if (opened === undefined) continue;
    warnings.push({
      code: "cache.older-generation",
      message: `answering from an older generation of ${opened.fetchedAt} (${name})`,
    });
    return opened;
  }
  return undefined;
}

function manifestOf(store: Store, name: string): Manifest | undefined {
  return noteDamage([], () => store.openGeneration(name))?.manifest;
}

function noteDamage<T>(warnings: Warning[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ModelForgeError) || error.code !== "cache.damaged") throw error;
    warnings.push(damageWarning(error));
    return undefined;
  }
}

export function damageWarning(damage: ModelForgeError): Warning {
  return { code: "cache.damaged", message: `damaged: ${damage.message}` };
}
