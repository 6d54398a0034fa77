import type { Codec, Files } from "../../system/ports.ts";
import type { Source } from "../source.ts";
import { Generation } from "./generation.ts";
import { isDamage, isUnreadable } from "./read-errors.ts";
import { StoreReader } from "./store-reader.ts";

/**
 * The name of a source's cache. The usual one ends in a short sum, which another source may have as well, by chance or
 * because somebody looked for one: where the catalog of another lies there already, a name that nobody else has is taken.
 */
export function keyOfCache(
  { key, shown }: Source,
  cacheDirectory: string,
  machine: { files: Files; codec: Codec },
): string {
  const usual = new StoreReader(cacheDirectory, key, machine);
  return holdsAnothers(usual, shown, machine) ? longKeyOf({ key, shown }, machine.codec) : key;
}

export function longKeyOf({ key, shown }: Pick<Source, "key" | "shown">, codec: Codec): string {
  return `${key}-${codec.sha256(shown).slice(0, 16)}`;
}

function holdsAnothers(
  store: StoreReader,
  shown: string,
  machine: { files: Files; codec: Codec },
): boolean {
  try {
    const pointer = store.readPointer();
    if (pointer === undefined) return false;
    const { manifest } = Generation.open(store.pathOf(pointer.generation), machine);
    return manifest.source !== shown;
  } catch (error) {
    // whose it is cannot be told: it is repaired or replaced, and looked at again then
    if (isDamage(error) || isUnreadable(error)) return false;
    throw error;
  }
}
