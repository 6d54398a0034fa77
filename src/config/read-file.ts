import { ModelForgeError } from "../failure.ts";
import type { Codec, ReadingFiles } from "../system/ports.ts";
import type { Scope } from "./places.ts";
import { readPlainJson } from "./plain-json.ts";
import { unreadable } from "./unreadable.ts";

/** A configuration as it stands in one file. */
export interface ConfigFile {
  path: string;
  scope: Scope;
  text: string;
  /** What it says; nothing of it has been checked. */
  said: Readonly<Record<string, unknown>>;
}

/** A configuration is written by hand; a file beyond this is something else. */
export const mostConfigBytes = 1_000_000;

/**
 * Reads a file where there is one. Throws `config.unreadable` for whatever is no configuration: what it may say besides
 * is not guessed.
 */
export function readConfigFile(
  path: string,
  scope: Scope,
  {
    files,
    codec,
  }: { files: Pick<ReadingFiles, "read" | "target">; codec: Pick<Codec, "isUtf8" | "text"> },
): ConfigFile | undefined {
  const text = readText(path, files, codec);
  if (text === undefined) return undefined;
  let said: unknown;
  try {
    said = text.trim() === "" ? {} : readPlainJson(text);
  } catch (cause) {
    throw unreadable(path, "it is no JSON", cause);
  }
  if (typeof said !== "object" || said === null || Array.isArray(said))
    throw unreadable(path, `it is ${nameOf(said)}, not an object`);
  return { path, scope, text, said: said as Record<string, unknown> };
}

function readText(
  path: string,
  files: Pick<ReadingFiles, "read" | "target">,
  codec: Pick<Codec, "isUtf8" | "text">,
): string | undefined {
  let bytes: Uint8Array | undefined;
  try {
    bytes = files.read(path, mostConfigBytes);
  } catch (error) {
    if (!(error instanceof ModelForgeError)) throw error;
    throw unreadable(path, error.message, error);
  }
  if (bytes === undefined) return undefined;
  if (!codec.isUtf8(bytes)) throw unreadable(path, "it is not UTF-8");
  return codec.text(bytes);
}

function nameOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : `a ${typeof value}`;
}
