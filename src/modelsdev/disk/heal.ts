import { currentName } from "./current.ts";
import { isDamage } from "./read-errors.ts";
import { ModelForgeError } from "../../failure.ts";
import type { Generation } from "./generation.ts";
import { quarantineGeneration } from "./quarantine.ts";
import type { Store, StoreMachine } from "./store.ts";

/** Moves older generations that are not as they were written out of the way; the current one is looked after by the refresh. */
export function quarantineDamaged(store: Store, machine: StoreMachine): void {
  // without a pointer it is the newest that answers, and that may yet be repaired
  const current = currentName(store) ?? store.generations()[0]?.name;
  for (const name of store.generationNames()) {
    if (name !== current && stateOf(store, name) === "damaged")
      quarantineGeneration(store, name, machine);
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
