import { currentName } from "./current.ts";
import { isDamage } from "./read-errors.ts";
import { ModelForgeError } from "../../failure.ts";
import type { Generation } from "./generation.ts";
import { preparedNamesOf, stateOfPrepared } from "./prepared-at-hand.ts";
import { quarantine } from "./quarantine.ts";
import type { Store, StoreMachine } from "./store.ts";

/**
 * Whether a source need only confirm a generation: what it sent is there as it was written. All else is worked out from
 * that again where a read finds it damaged. Where damage has been met, every byte is looked at.
 */
export function isWorthConfirming(generation: Generation, isDoubted: boolean): boolean {
  if (isDoubted) return stateOfOpened(generation) === "sound";
  try {
    return generation.checkSizes().length === 0 && generation.holdsBody();
  } finally {
    // the network may take long, and others need descriptors
    generation.close();
  }
}

/**
 * Moves older generations that are not as they were written out of the way; the current one is looked after by the
 * refresh. What this version worked out goes, too, and is worked out again when it is asked for. Where damage has been
 * met, every byte is looked at, else what takes no reading.
 */
export function quarantineDamaged(store: Store, machine: StoreMachine, isDoubted: boolean): void {
  // without a pointer it is the newest that answers, and that may yet be repaired
  const current = currentName(store) ?? store.generations()[0]?.name;
  for (const name of store.generationNames()) {
    if (name !== current && stateOf(store, name, isDoubted) === "damaged")
      quarantine(store, "generations", name, machine);
    for (const prepared of preparedNamesOf(store, name)) {
      if (stateOfPrepared(store, prepared, machine, isDoubted) === "damaged")
        quarantine(store, "prepared", prepared, machine);
    }
  }
}

type State = "sound" | "damaged" | "unknown";

function stateOf(store: Store, name: string, isDoubted: boolean): State {
  try {
    const generation = store.openGeneration(name);
    if (isDoubted) return stateOfOpened(generation);
    return generation.checkSizes().length === 0 ? "sound" : "damaged";
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
