import { ModelForgeError, type Warning } from "../../failure.ts";
import { lookedAt, nothingRemoved } from "../../places/remove-ours.ts";
import { nounOf, strangerAt, strangerSaid } from "../../places/stranger.ts";
import type { Files } from "../../system/ports.ts";
import { isInForm } from "./own-form.ts";

type Eyes = Pick<Files, "info" | "list" | "read">;

/** Something that is not ours, where something of ours should be. */
export interface Unlike {
  path: string;
  /** `a link` */
  what: string;
  /** What does not happen while it is there. */
  without: string;
}

const unkept = "while it is there nothing new can be kept";
const unchecked = "while it is there what lies beside it is neither checked nor cleared";

/** What stands in the place of the pointer and is somebody's; what is damaged is none, for it can be told from that. */
export function unlikePointer(path: string, isOurs: boolean, files: Eyes): Unlike | undefined {
  const what = strangerAt(path, "file", files) ?? unlike(path, "current.json", isOurs, files);
  return what === undefined ? undefined : { path, what, without: unkept };
}

/** The same for a manifest. In a place of ours it is damage, whatever it is. */
export function unlikeManifest(path: string, isOurs: boolean, files: Eyes): Unlike | undefined {
  const what = isOurs ? undefined : unlike(path, "manifest.json", isOurs, files);
  return what === undefined ? undefined : { path, what, without: unchecked };
}

function unlike(path: string, name: string, isOurs: boolean, files: Eyes): string | undefined {
  const kind = lookedAt(path, files, nothingRemoved())?.kind;
  if (kind === undefined) return undefined;
  if (kind === "directory") {
    // an empty one in a place of ours is moved away
    const isDamage = isOurs && files.list(path)?.length === 0;
    return isDamage ? undefined : nounOf.directory;
  }
  if (kind !== "file") return nounOf[kind];
  if (isOurs) return undefined;
  try {
    const bytes = files.read(path);
    return bytes === undefined || isInForm(name, bytes) ? undefined : nounOf.file;
  } catch (error) {
    // what may not be read may be as it was written
    if (error instanceof ModelForgeError) return undefined;
    throw error;
  }
}

const foreignReason = "EFOREIGN";

/** It can be neither read nor written over. */
export function notOurs(
  one: Unlike,
  code: "file.unreadable" | "file.unwritable" = "file.unreadable",
): ModelForgeError {
  const [message = "", hint = ""] = strangerSaid(one, "MODELFORGE_CACHE_DIR").split("; ");
  const details = { path: one.path, reason: foreignReason };
  return new ModelForgeError(code, { message, hint, details });
}

export function isNotOurs(error: unknown): boolean {
  return error instanceof ModelForgeError && error.details.reason === foreignReason;
}

export function foreignWarning(message: string): Warning {
  return { code: "cache.foreign", message };
}
