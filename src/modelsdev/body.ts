import { parseCatalog, type ParsedCatalog } from "../catalog/parse/catalog.ts";
import { ModelForgeError } from "../failure.ts";
import type { Codec } from "../system/ports.ts";

/** A catalog as a source sent it, before anybody looked into it. */
export interface CatalogBody {
  catalog: Uint8Array;
  /** `models.json` that came beside it. */
  facts: Uint8Array | undefined;
  etag: string | undefined;
  factsEtag: string | undefined;
}

/** Names a body: the SHA-256 of the catalog, or of both digests where facts came with it. */
export function digestOf(body: Pick<CatalogBody, "catalog" | "facts">, codec: Codec): string {
  const catalog = codec.sha256(body.catalog);
  return body.facts === undefined ? catalog : codec.sha256(`${catalog} ${codec.sha256(body.facts)}`);
}

/**
 * Reads a body. Facts that cannot be read are left out: prices are worth having without them.
 *
 * Throws `catalog.broken`.
 */
export function readBody(body: Pick<CatalogBody, "catalog" | "facts">): ParsedCatalog {
  const document = parseJson(body.catalog);
  if (document === undefined) {
    throw new ModelForgeError("catalog.broken", {
      message: `the catalog is no JSON: ${describeStart(body.catalog)}`,
      hint: "it may have been cut short on its way; try again, or check MODELFORGE_URL",
      details: { bytes: body.catalog.length },
    });
  }
  return parseCatalog(document, body.facts === undefined ? undefined : parseJson(body.facts));
}

export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch {
    // no value of JSON is undefined: the caller knows what to say
    return undefined;
  }
}

function describeStart(bytes: Uint8Array): string {
  if (bytes.length === 0) return "it is empty";
  const start = new TextDecoder().decode(bytes.subarray(0, 24)).trim();
  return `${bytes.length} bytes that begin with ${JSON.stringify(start)}`;
}
