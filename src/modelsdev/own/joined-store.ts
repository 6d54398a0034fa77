import type { Codec } from "../../system/ports.ts";
import type { CatalogAbout } from "../disk/manifest.ts";
import { headOf } from "../disk/names.ts";
import type { OwnRow } from "./own-row.ts";

const keyPrefix = "own-";
const sourcePrefix = "own:";

/**
 * Name of the directory, among those of the sources, of a catalog with what a configuration says of models. It ends in a
 * short sum, which another configuration may have as well: what was joined is compared with what the manifest says.
 */
export function joinedKey(source: string, said: string, codec: Pick<Codec, "checksum">): string {
  const sum = codec.checksum(`${source} ${said}`);
  return keyPrefix + sum.toString(16).padStart(8, "0");
}

/** What a configuration says of models, as the manifest notes it. */
export function saidText(own: readonly OwnRow[]): string {
  return JSON.stringify(own);
}

/** Whether a catalog is that of a source, by the name of its generation, with this and nothing else. */
export function isJoinedOf(
  { joined, source }: CatalogAbout,
  generation: string,
  shown: string,
  said: string,
): boolean {
  const isOfIt = joined?.digest.startsWith(`sha256:${headOf(generation)}`) === true;
  return isOfIt && joined.said === said && source === joinedSource(shown);
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
