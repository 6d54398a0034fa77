import { ModelForgeError } from "../failure.ts";
import type { Codec, ReadingFiles } from "../system/ports.ts";
import { isObject } from "./kinds.ts";
import type { Scope } from "./places.ts";
import { readPlainJson } from "./plain-json.ts";
import { notAnObject, notRead, unsaid } from "./unreadable.ts";

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
    said = readPlainJson(text);
  } catch (cause) {
    throw unsaid(path, "json", cause);
  }
  if (!isObject(said)) throw notAnObject(path, said);
  if (isTooDeep(said)) throw unsaid(path, "deep");
  return { path, scope, text, said };
}

// settings lie three names deep
export const deepest = 30;

/** Whoever walks down something without end runs out of stack. */
export function isTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    level = level.flatMap((one) =>
      typeof one === "object" && one !== null ? (Object.values(one) as unknown[]) : [],
    );
  }
  return false;
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
    throw notRead(path, error);
  }
  if (bytes === undefined) return undefined;
  if (!codec.isUtf8(bytes)) throw unsaid(path, "utf8");
  return codec.text(bytes);
}
