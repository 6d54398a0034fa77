import { ModelForgeError } from "../failure.ts";

/** Nothing is changed in a file that could not be understood. */
export function unreadable(path: string, why: string, cause?: unknown): ModelForgeError {
  return new ModelForgeError("config.unreadable", {
    message: `cannot read the configuration ${path}: ${why}`,
    hint: "correct it there, or take the last change back with modelforge config rollback; --no-config goes without it",
    details: { path },
    cause,
  });
}
