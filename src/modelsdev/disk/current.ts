import type { Generation } from "./generation.ts";
import type { Manifest, Pointer } from "./manifest.ts";
import { isDamage, isUnreadable } from "./read-errors.ts";
import type { Store } from "./store.ts";

/** What is to answer; of either, undefined where there is none, it is damaged or may not be read. */
export function current(store: Store | undefined): {
  pointer: Pointer | undefined;
  generation: Generation | undefined;
} {
  const pointer = store && currentPointer(store);
  return {
    pointer,
    generation: pointer && sound(() => store?.openGeneration(pointer.generation)),
  };
}

export function currentGeneration(store: Store | undefined): Generation | undefined {
  return current(store).generation;
}

export function currentManifest(store: Store | undefined): Manifest | undefined {
  return currentGeneration(store)?.manifest;
}

/** The name of the generation that is to answer, whatever its state. */
export function currentName(store: Store): string | undefined {
  return currentPointer(store)?.generation;
}

export function currentPointer(store: Store): Pointer | undefined {
  return sound(() => store.readPointer());
}

function sound<T>(read: () => T | undefined): T | undefined {
  try {
    return read();
  } catch (error) {
    if (isDamage(error) || isUnreadable(error)) return undefined;
    throw error;
  }
}
