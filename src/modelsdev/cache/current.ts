import { ModelForgeError } from "../../failure.ts";
import type { Generation } from "./generation.ts";
import type { Manifest } from "./manifest.ts";
import type { Store } from "./store.ts";

/** The generation that answers, undefined where there is none or it is damaged. */
export function currentGeneration(store: Store | undefined): Generation | undefined {
  try {
    const pointer = store?.readPointer();
    return pointer === undefined ? undefined : store?.openGeneration(pointer.generation);
  } catch (error) {
    if (error instanceof ModelForgeError && error.code === "cache.damaged") return undefined;
    throw error;
  }
}

export function currentManifest(store: Store | undefined): Manifest | undefined {
  return currentGeneration(store)?.manifest;
}
