import { orBroken } from "../catalog/words/broken.ts";
import { type ParsedCatalog, parseCatalog } from "../catalog/parse/catalog.ts";
import { type CatalogBody, parseJson } from "./body.ts";
import { notJson } from "./not-json.ts";

/**
 * Reads a body. Facts that cannot be read are left out: prices are worth having without them.
 *
 * Throws `catalog.broken`.
 */
export function readBody(body: Pick<CatalogBody, "catalog" | "facts">): ParsedCatalog {
  const document = parseJson(body.catalog);
  if (document === undefined) throw notJson(body.catalog);
  return orBroken(() =>
    parseCatalog(document, body.facts === undefined ? undefined : parseJson(body.facts)),
  );
}
