import { ModelForgeError } from "../failure.ts";
import { Place } from "../places/place.ts";
import type { Codec, Files } from "../system/ports.ts";
import { ourLayout, saltName } from "./cache/layout.ts";

type SaltMachine = { files: Files; codec: Codec };

/** The salt of a cache, made for the first address with a query; undefined where there is no place for a cache. */
export function querySalt(
  cacheDirectory: string | undefined,
  machine: SaltMachine,
): string | undefined {
  if (cacheDirectory === undefined) return undefined;
  const fresh = machine.codec.randomHex(16);
  try {
    return readSalt(cacheDirectory, machine) ?? makeSalt(cacheDirectory, fresh, machine);
  } catch (error) {
    if (!(error instanceof ModelForgeError)) throw error;
    // where the salt cannot be kept, no catalog can: any name will do
    return fresh;
  }
}

function makeSalt(cacheDirectory: string, fresh: string, machine: SaltMachine): string {
  const { files } = machine;
  const path = `${cacheDirectory}/${saltName}`;
  const place = new Place(cacheDirectory, ourLayout, files);
  place.makeDirectory();
  // in somebody's directory a file of that name need not be ours
  if (!place.isOurs && files.info(path) !== undefined) return fresh;
  try {
    files.write(path, `${fresh}\n`);
    return fresh;
  } catch (error) {
    if (!(error instanceof ModelForgeError)) throw error;
  }
  // another process was faster, or what is there is damaged
  const theirs = readSalt(cacheDirectory, machine);
  if (theirs === undefined) files.replace(path, `${fresh}\n`);
  return theirs ?? fresh;
}

/** The same without making one. Throws `file.unreadable`. */
export function readSalt(
  cacheDirectory: string,
  { files }: Pick<SaltMachine, "files">,
): string | undefined {
  const bytes = files.read(`${cacheDirectory}/${saltName}`);
  return /^[0-9a-f]{32}/.exec(new TextDecoder().decode(bytes))?.[0];
}
