import type { Codec } from "../../system/ports.ts";
import type { CatalogAbout } from "../disk/manifest.ts";
import type { OwnRow } from "./own-row.ts";

const keyPrefix = "own-";
const sourcePrefix = "own:";

/** Name of the directory, among those of the sources, of a catalog with what a configuration says of models. */
export function joinedKey(source: string, own: readonly OwnRow[], codec: Codec): string {
  return keyPrefix + codec.sha256(JSON.stringify([source, own])).slice(0, 16);
}

/** Whose catalog it is, as its manifest says: no source is shown so. */
export function joinedSource(source: string): string {
  return sourcePrefix + source;
}

export function isJoinedKey(sourceKey: string): boolean {
  return sourceKey.startsWith(keyPrefix);
}

/** What is told of the catalog as the source sent it is told of the joined one. */
export function toldAs(
  { source, setAside, unknownFields, oddValues }: CatalogAbout,
  joined: CatalogAbout,
): CatalogAbout {
  return { ...joined, source, setAside, unknownFields, oddValues };
}
