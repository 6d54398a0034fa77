import { ModelForgeError } from "../../failure.ts";
import { Place } from "../../places/place.ts";
import type { Codec, Files } from "../../system/ports.ts";
import { ourLayout } from "./layout.ts";
import { saltName } from "./names.ts";
import { readSalt } from "./read-salt.ts";

type SaltMachine = { files: Files; codec: Codec };

/** The salt of a cache, made for the first address with a query; undefined where there is no place for a cache. */
export function querySalt(
  cacheDirectory: string | undefined,
  machine: SaltMachine,
): string | undefined {
  if (cacheDirectory === undefined) return undefined;
  try {
    return readSalt(cacheDirectory, machine) ?? makeSalt(cacheDirectory, machine);
  } catch (error) {
    if (!(error instanceof ModelForgeError)) throw error;
    // where the salt cannot be kept, no catalog can: any name will do
    return machine.codec.randomHex(16);
  }
}

function makeSalt(cacheDirectory: string, machine: SaltMachine): string {
  const { files, codec } = machine;
  const fresh = codec.randomHex(16);
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
