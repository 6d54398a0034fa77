import type { Generation } from "./generation.ts";
import type { Manifest, Pointer } from "./manifest.ts";
import { isDamage, isUnreadable } from "./read-errors.ts";
import type { Store } from "./store.ts";

/** The generation that answers, undefined where there is none, it is damaged or may not be read. */
export function currentGeneration(store: Store | undefined): Generation | undefined {
  try {
    const pointer = store?.readPointer();
    return pointer === undefined ? undefined : store?.openGeneration(pointer.generation);
  } catch (error) {
    if (isDamage(error) || isUnreadable(error)) return undefined;
    throw error;
  }
}

export function currentManifest(store: Store | undefined): Manifest | undefined {
  return currentGeneration(store)?.manifest;
}

/** The name of the generation that is to answer, whatever its state. */
export function currentName(store: Store): string | undefined {
  return currentPointer(store)?.generation;
}

/** Undefined where there is none, it is damaged or may not be read. */
export function currentPointer(store: Store): Pointer | undefined {
  try {
    return store.readPointer();
  } catch (error) {
    if (isDamage(error) || isUnreadable(error)) return undefined;
    throw error;
  }
}
