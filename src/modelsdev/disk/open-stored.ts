import type { Warning } from "../../failure.ts";
import type { Pointer } from "./manifest.ts";
import { mayBeGoing } from "./may-be-going.ts";
import { onceOf } from "./once-of.ts";
import { preparedAtHand } from "./prepared-at-hand.ts";
import {
  fromDisk,
  noteDamage,
  type Opening,
  saysMissing,
  type StoredCatalog,
} from "./stored-catalog.ts";

// a refresh and a clean-up of others at the same moment
const mostTries = 3;

/**
 * The generation that is to answer, or the same made anew from its stored body.
 * Whatever was found damaged is named in `warnings`. Undefined where it is lost, or nothing was ever there.
 */
export async function openStored(opening: Opening): Promise<StoredCatalog | undefined> {
  const { store, warnings } = opening;
  for (let tries = 1; ; tries += 1) {
    const found: Warning[] = [];
    const pointer = noteDamage(found, () => store.readPointer());
    const name = pointer?.generation ?? store.generations()[0]?.name;
    const opened =
      name === undefined
        ? undefined
        : await openOne({ ...opening, warnings: found }, name, pointer);
    // what another process has replaced or cleared away meanwhile, or is about to, is not damaged
    const isGoing = found.some(saysMissing) && (await mayBeGoing(store, opening.machine.files));
    const isAnothers =
      isGoing || (opened === undefined && name !== undefined && hasMoved(opening, name, pointer));
    if (isAnothers && opened === undefined && tries < mostTries) continue;
    // nor is what is gone altogether: that is lost
    const isLost =
      opened === undefined && name !== undefined && !store.generationNames().includes(name);
    if (isGoing) warnings.push(...found.filter((one) => !saysMissing(one)));
    else if (!isAnothers && !isLost) warnings.push(...found);
    return opened;
  }
}

function hasMoved({ store }: Opening, name: string, before: Pointer | undefined): boolean {
  const now = noteDamage([], () => store.readPointer());
  // without a pointer nothing says that it should be there
  if (now === undefined && before === undefined) return !store.generationNames().includes(name);
  return now?.generation !== before?.generation || now?.fetchedAt !== before?.fetchedAt;
}

/** The newest of the others, where the one that is to answer cannot; which one it is is said. */
export async function openOlder(opening: Opening): Promise<StoredCatalog | undefined> {
  const { store, warnings } = opening;
  const lost = noteDamage([], () => store.readPointer())?.generation;
  const names = [...store.generations().map((one) => one.name), ...store.generationNames()];
  for (const name of new Set(names)) {
    if (name === lost) continue;
    const found: Warning[] = [];
    const opened = await openOne({ ...opening, warnings: found }, name, undefined);
    // what another process has cleared away meanwhile, or is about to, is not damaged
    const isGoing = found.some(saysMissing) && (await mayBeGoing(store, opening.machine.files));
    const isThere = opened !== undefined || store.generationNames().includes(name);
    if (isThere) warnings.push(...found.filter((one) => !isGoing || !saysMissing(one)));
    if (opened === undefined) continue;
    warnings.push({
      code: "cache.older-generation",
      message: `answering from an older generation of ${opened.fetchedAt} (${name})`,
    });
    return opened;
  }
  return undefined;
}

async function openOne(
  opening: Opening,
  name: string,
  pointer: Pointer | undefined,
): Promise<StoredCatalog | undefined> {
  const { store, warnings } = opening;
  if (opening.failed.has(name)) return rebuild(opening, name);
  const of = pointer?.generation === name ? pointer : undefined;
  // when it was fetched is said by the pointer, else by the generation itself
  const generation =
    of === undefined ? noteDamage(warnings, () => store.openGeneration(name)) : undefined;
  const fetchedAt = of?.fetchedAt ?? generation?.manifest.fetchedAt;
  // what this question does not read is not looked at; what it does is verified when it is read
  const prepared = preparedAtHand(store, name, opening);
  if (prepared === undefined || fetchedAt === undefined) return rebuild(opening, name);
  return fromDisk(prepared, { generation: name, fetchedAt, pointer: of });
}

// nothing says how many there are
const ofUsualSize = { models: 0 };

/** Loaded only now: a sound cache never needs the parser. */
async function rebuild(opening: Opening, name: string): Promise<StoredCatalog | undefined> {
  const { rebuildGeneration } = await import("./rebuild.ts");
  const known = noteDamage([], () => opening.store.openGeneration(name))?.manifest;
  return onceOf(opening.machine, known ?? ofUsualSize, () => rebuildGeneration(opening, name));
}
