import { ModelForgeError } from "../failure.ts";

/** Of a number that no change in the history has; `why`: the history cannot be read. */
export function noChange(number: number, known: number, why?: string): ModelForgeError {
  return new ModelForgeError("config.not-set", {
    message: `no change ${number} is noted`,
    hint:
      why ??
      (known === 0
        ? "none is noted yet"
        : `modelforge config history shows the ${known} there are`),
    details: { change: number, known },
  });
}
