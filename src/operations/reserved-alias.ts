import { ModelForgeError } from "../failure.ts";

/** `small` and `large` are there to be set: where that was not done, how it is. */
export function reservedUnset(alias: string): ModelForgeError {
  return new ModelForgeError("model.not-found", {
    message: `${alias} stands for no model yet`,
    hint: `modelforge config alias ${alias} <model>`,
    details: { model: alias, nearest: [] },
  });
}
