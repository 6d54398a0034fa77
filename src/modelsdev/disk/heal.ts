import { currentName } from "./current.ts";
import { isDamage } from "./read-errors.ts";
import { ModelForgeError } from "../../failure.ts";
import type { Generation } from "./generation.ts";
import { preparedNamesOf, stateOfPrepared } from "./prepared-at-hand.ts";
import { quarantine } from "./quarantine.ts";
import type { Store, StoreMachine } from "./store.ts";

/**
 * Moves older generations that are not as they were written out of the way, and what this version worked out of any: that
 * is worked out again when it is asked for. The current generation is looked after by the refresh.
 */
export function quarantineDamaged(store: Store, machine: StoreMachine): void {
  // without a pointer it is the newest that answers, and that may yet be repaired
  const current = currentName(store) ?? store.generations()[0]?.name;
  for (const name of store.generationNames()) {
    if (name !== current && stateOf(store, name) === "damaged")
      quarantine(store, "generations", name, machine);
    for (const prepared of preparedNamesOf(store, name)) {
      if (stateOfPrepared(store, prepared, machine) === "damaged")
        quarantine(store, "prepared", prepared, machine);
    }
  }
}

type State = "sound" | "damaged" | "unknown";

function stateOf(store: Store, name: string): State {
  try {
    return stateOfOpened(store.openGeneration(name));
  } catch (error) {
    if (error instanceof ModelForgeError) return isDamage(error) ? "damaged" : "unknown";
    throw error;
  }
}

/** Reads every byte and closes it. `unknown`: it cannot be read for another reason than damage. */
export function stateOfOpened(generation: Generation): State {
  try {
    return generation.verify().length === 0 ? "sound" : "damaged";
  } catch (error) {
    if (error instanceof ModelForgeError) return "unknown";
    throw error;
  } finally {
    generation.close();
  }
}
