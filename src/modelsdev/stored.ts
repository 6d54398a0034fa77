import type { Warning } from "../failure.ts";
import type { Generation } from "./cache/generation.ts";
import type { Pointer } from "./cache/manifest.ts";
import {
  damageWarning,
  fromDisk,
  noteDamage,
  type Opening,
  type StoredCatalog,
} from "./stored-catalog.ts";

// a refresh and a clean-up of others at the same moment
const mostTries = 3;

/**
 * The generation that answers, or the next best one: the same made anew from its stored body, else an older one.
 * Whatever was found damaged is named in `warnings`. Undefined where there is nothing to answer from.
 */
export async function openStored(opening: Opening): Promise<StoredCatalog | undefined> {
  const { store, warnings } = opening;
  for (let tries = 1; ; tries += 1) {
    const found: Warning[] = [];
    const pointer = noteDamage(found, () => store.readPointer());
    const first = pointer?.generation ?? store.generations()[0]?.name;
    const opened =
      first === undefined
        ? undefined
        : await openOne({ ...opening, warnings: found }, first, pointer);
    // what another process has replaced meanwhile is not damaged
    if (opened === undefined && tries < mostTries && hasMoved(opening, pointer)) continue;
    warnings.push(...found);
    return opened ?? (await nextBest(opening, first));
  }
}

function hasMoved({ store }: Opening, before: Pointer | undefined): boolean {
  const now = noteDamage([], () => store.readPointer());
  return now !== undefined && now.generation !== before?.generation;
}

/**
 * What to answer from once a part of `failed` turned out damaged while it was read.
 * Undefined where nothing on disk can answer.
 */
export async function recover(
  opening: Opening,
  failed: string,
): Promise<StoredCatalog | undefined> {
  const { store, warnings } = opening;
  const pointer = noteDamage(warnings, () => store.readPointer());
  // another process has put a sound one in its place
  if (pointer !== undefined && pointer.generation !== failed) {
    const opened = await openOne(opening, pointer.generation, pointer);
    if (opened !== undefined) return opened;
  }
  return (await rebuild(opening, failed)) ?? (await nextBest(opening, failed));
}

async function openOne(
  opening: Opening,
  name: string,
  pointer: Pointer | undefined,
): Promise<StoredCatalog | undefined> {
  const { store, warnings } = opening;
  const generation = noteDamage(warnings, () => store.openGeneration(name));
  if (generation === undefined) return rebuild(opening, name);
  const damages = noteDamage(warnings, () => generation.checkSizes());
  if (damages === undefined) return undefined;
  for (const damage of damages) warnings.push(damageWarning(damage));
  if (damages.length > 0 || !generation.isReadable) {
    const rebuilt = await rebuild(opening, name, generation);
    // with its body lost, the rest of it may still answer; every read is verified
    if (rebuilt !== undefined || !generation.isReadable) return rebuilt;
  }
  return fromDisk(generation, pointer?.generation === name ? pointer : undefined);
}

/** Loaded only now: a sound cache never needs the parser. */
async function rebuild(
  opening: Opening,
  name: string,
  known?: Generation,
): Promise<StoredCatalog | undefined> {
  const { rebuildGeneration } = await import("./rebuild.ts");
  return rebuildGeneration(opening, name, known?.isReduced === true);
}

async function nextBest(
  opening: Opening,
  failed: string | undefined,
): Promise<StoredCatalog | undefined> {
  const { store, warnings } = opening;
  const names = [...store.generations().map((one) => one.name), ...store.generationNames()];
  for (const name of new Set(names)) {
    if (name === failed) continue;
    const opened = await openOne(opening, name, undefined);
    if (opened === undefined) continue;
    warnings.push({
      code: "cache.older-generation",
      message: `answering from an older generation of ${opened.fetchedAt} (${name})`,
    });
    return opened;
  }
  return undefined;
}
