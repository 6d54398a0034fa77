import { ModelForgeError } from "../failure.ts";
import type { FileInfo } from "../system/ports.ts";

/** Nothing is changed in a file that could not be understood. */
export function unreadable(path: string, why: string, cause?: unknown): ModelForgeError {
  return new ModelForgeError("config.unreadable", {
    message: `cannot read the configuration ${path}: ${why}`,
    hint: "correct it there, or take the last change back with modelforge config rollback; --no-config goes without it",
    details: { path },
    cause,
  });
}

const reasons = {
  json: "it is no JSON",
  utf8: "it is not UTF-8",
  deep: "it is nested too deep",
  newer: "it was written for a newer version of ModelForge, and is left as it is",
} as const;

/** The same for what is known here. */
export function unsaid(path: string, why: keyof typeof reasons, cause?: unknown): ModelForgeError {
  return unreadable(path, reasons[why], cause);
}

/** Of what cannot be found although something stands there; `above`: what its directory is. */
export function absent(path: string, above: FileInfo["kind"]): ModelForgeError {
  const isLink = above === "directory";
  const why = isLink ? "it is a link that leads nowhere" : "what should be its directory is none";
  return unreadable(path, why);
}

export function notAnObject(path: string, said: unknown): ModelForgeError {
  const name = said === null ? "null" : Array.isArray(said) ? "a list" : `a ${typeof said}`;
  return unreadable(path, `it is ${name}, not an object`);
}
