import type { ReadingFiles } from "../../system/ports.ts";
import { saltName } from "./names.ts";

/** The salt, and below it the names of caches that were made with another one and that no address leads to any more. */
const saltFile = /^([0-9a-f]{32})\n((?:[a-z0-9._-]+\n)*)$/;

/** The salt of a cache where one was made; undefined where there is none, or something else. Throws `file.unreadable`. */
export function readSalt(
  cacheDirectory: string,
  machine: { files: ReadingFiles },
): string | undefined {
  return readParts(cacheDirectory, machine)?.[1];
}

/** Caches to which no address leads any more, as noted when the salt was made. Throws `file.unreadable`. */
export function readOrphans(cacheDirectory: string, machine: { files: ReadingFiles }): string[] {
  return readParts(cacheDirectory, machine)?.[2]?.split("\n").slice(0, -1) ?? [];
}

export function saltText(salt: string, orphans: readonly string[]): string {
  return [salt, ...orphans].map((line) => `${line}\n`).join("");
}

function readParts(
  cacheDirectory: string,
  { files }: { files: ReadingFiles },
): RegExpExecArray | undefined {
  const path = `${cacheDirectory}/${saltName}`;
  for (let tries = 1; ; tries += 1) {
    const bytes = files.read(path);
    if (bytes === undefined) return undefined;
    const text = new TextDecoder().decode(bytes);
    const parts = saltFile.exec(text);
    if (parts !== null) return parts;
    // another process has made the file and not written it yet
    if (tries === mostTries || !/^[0-9a-f]{0,32}$/.test(text)) return undefined;
  }
}

const mostTries = 100;
