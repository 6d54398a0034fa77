import { readJson } from "../catalog/parse/read-json.ts";
import type { Codec } from "../system/ports.ts";

/** A catalog as a source sent it, before anybody looked into it. */
export interface CatalogBody {
  catalog: Uint8Array;
  /** `models.json` that came beside it. */
  facts: Uint8Array | undefined;
  /** Both as brotli, where they came so. */
  brotli?: { catalog: Uint8Array | undefined; facts: Uint8Array | undefined };
  etag: string | undefined;
  factsEtag: string | undefined;
}

/** Names a body: the SHA-256 of the catalog, or of both digests where facts came with it. */
export function digestOf(body: Pick<CatalogBody, "catalog" | "facts">, codec: Codec): string {
  const catalog = codec.sha256(body.catalog);
  return body.facts === undefined
    ? catalog
    : codec.sha256(`${catalog} ${codec.sha256(body.facts)}`);
}

/** Undefined where the bytes are no JSON. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return readJson(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    // no value of JSON is undefined: the caller knows what to say
    return undefined;
  }
}
