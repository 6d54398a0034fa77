import { ModelForgeError } from "../../failure.ts";
import type { Codec, Files } from "../../system/ports.ts";
import { type CatalogBody, digestOf } from "../body.ts";

const largestBody = 256 * 1024 * 1024;

type Machine = { files: Files; codec: Codec };

/** The body a generation was made from, proved by its digest, with which its name begins, even where its manifest is lost. */
export function readStoredBody(directory: string, machine: Machine): CatalogBody | undefined {
  const catalog = readCompressed(`${directory}/body.br`, machine);
  if (catalog === undefined) return undefined;
  const facts = readCompressed(`${directory}/facts.br`, machine);
  const body = { catalog, facts, etag: undefined, factsEtag: undefined };
  const name = directory.slice(directory.lastIndexOf("/") + 1);
  return name.startsWith(digestOf(body, machine.codec).slice(0, 16)) ? body : undefined;
}

function readCompressed(path: string, { files, codec }: Machine): Uint8Array | undefined {
  try {
    const bytes = files.read(path, largestBody);
    return bytes === undefined ? undefined : codec.decompress(bytes, largestBody);
  } catch (error) {
    if (error instanceof ModelForgeError) return undefined;
    throw error;
  }
}
