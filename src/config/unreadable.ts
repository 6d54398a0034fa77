import { ModelForgeError } from "../failure.ts";
import { formatVersion } from "./keys.ts";
import type { FileInfo } from "../system/ports.ts";

/** Nothing is changed in a file that could not be understood. */
export function unreadable(
  path: string,
  why: string,
  { cause, hint = usualHint }: { cause?: unknown; hint?: string } = {},
): ModelForgeError {
  return new ModelForgeError("config.unreadable", {
    message: `cannot read the configuration ${path}: ${why}`,
    hint,
    details: { path },
    cause,
  });
}

const usualHint =
  "correct it there with modelforge config edit, or take the last change back with modelforge config rollback; --no-config goes without it";

const newerHint =
  "bring ModelForge up to date; or keep what this version is to use apart, with MODELFORGE_CONFIG_DIR";

const reasons = {
  json: ["it is no JSON"],
  utf8: ["it is not UTF-8"],
  deep: ["it is nested too deep"],
  newer: ["it was written for a newer version of ModelForge, and is left as it is", newerHint],
  ahead: [`its version is a newer one's: this ModelForge writes version ${formatVersion}`],
} as const;

/** The same for what is known here. */
export function unsaid(path: string, why: keyof typeof reasons, cause?: unknown): ModelForgeError {
  const [said, hint] = reasons[why];
  return unreadable(path, said, { cause, ...(hint === undefined ? {} : { hint }) });
}

/** The same for what the machine said of reading it, with what it said to do. */
export function notRead(path: string, cause: ModelForgeError): ModelForgeError {
  const { message, hint = usualHint, details } = cause;
  const isLarge = details.reason === "ETOOLARGE";
  const said = message.startsWith(`cannot read ${path} `)
    ? message.slice(message.indexOf(path) + path.length + 2, -1)
    : message;
  const why = isLarge ? "it holds more than 1 MB, the most that is read of one" : said;
  return unreadable(path, why, { cause, hint: `${hint}; --no-config goes without it` });
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
