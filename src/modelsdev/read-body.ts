import { orBroken } from "../catalog/broken.ts";
import { type ParsedCatalog, parseCatalog } from "../catalog/parse/catalog.ts";
import { ModelForgeError } from "../failure.ts";
import { type CatalogBody, parseJson } from "./body.ts";

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
  return orBroken(() =>
    parseCatalog(document, body.facts === undefined ? undefined : parseJson(body.facts)),
  );
}

function describeStart(bytes: Uint8Array): string {
  if (bytes.length === 0) return "it is empty";
  const start = new TextDecoder().decode(bytes.subarray(0, 24)).trim();
  return `${bytes.length} bytes that begin with ${JSON.stringify(start)}`;
}
