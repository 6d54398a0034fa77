import { ModelForgeError } from "../failure.ts";
import type { Codec, Files } from "../system/ports.ts";

/** `<cache>/query-salt`: made where an address with a query is first used. */
export const saltName = "query-salt";

type SaltMachine = { files: Files; codec: Codec };

/** The salt of a cache, made where there is none yet; undefined where there is no place for a cache. */
export function querySalt(
  cacheDirectory: string | undefined,
  machine: SaltMachine,
): string | undefined {
  if (cacheDirectory === undefined) return undefined;
  const fresh = machine.codec.randomHex(16);
  try {
    const known = readSalt(cacheDirectory, machine);
    if (known !== undefined) return known;
    machine.files.makeDirectory(cacheDirectory);
    machine.files.replace(`${cacheDirectory}/${saltName}`, `${fresh}\n`);
    // another process may have been as fast
    return readSalt(cacheDirectory, machine) ?? fresh;
  } catch (error) {
    if (!(error instanceof ModelForgeError)) throw error;
    // where the salt cannot be kept, no catalog can: any name will do
    return fresh;
  }
}

/** The same without making one. Throws `file.unreadable`. */
export function readSalt(
  cacheDirectory: string,
  { files }: Pick<SaltMachine, "files">,
): string | undefined {
  const bytes = files.read(`${cacheDirectory}/${saltName}`);
  return /^[0-9a-f]{32}/.exec(new TextDecoder().decode(bytes))?.[0];
}
