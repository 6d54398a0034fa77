import { ModelForgeError } from "../../failure.ts";
import { currentName } from "./prune.ts";
import type { Store } from "./store.ts";

/** Moves older generations that are not as they were written out of the way; the current one is looked after by the refresh. */
export function quarantineDamaged(store: Store): void {
  const current = currentName(store);
  for (const name of store.generationNames()) {
    if (name !== current && !isSound(store, name)) store.quarantine(store.pathOf(name));
  }
}

function isSound(store: Store, name: string): boolean {
  try {
    const generation = store.openGeneration(name);
    const damages = generation.verify();
    generation.close();
    return damages.length === 0;
  } catch (error) {
    if (error instanceof ModelForgeError && error.code === "cache.damaged") return false;
    throw error;
  }
}
