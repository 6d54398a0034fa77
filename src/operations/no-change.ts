import { ModelForgeError } from "../failure.ts";

/** Of a number that no change in the history has. */
export function noChange(number: number, known: number): ModelForgeError {
  return new ModelForgeError("config.not-set", {
    message: `no change ${number} is noted`,
    hint:
      known === 0 ? "none is noted yet" : `modelforge config history shows the ${known} there are`,
    details: { change: number, known },
  });
}
