import { orBroken } from "../catalog/words/broken.ts";
import { type ParsedCatalog, parseCatalog } from "../catalog/parse/catalog.ts";
import { isRecord } from "../catalog/parse/values.ts";
import { type CatalogBody, parseJson } from "./body.ts";
import { type FactsTold, withoutFacts } from "./facts-told.ts";
import { takeMarks } from "./own/marks.ts";
import { notJson } from "./not-json.ts";

/**
 * Reads a body as what it is `now`, in milliseconds since 1970; `isJoined`: it was written here, with what a configuration
 * says of models. Facts that cannot be read are left out: prices are worth
 * having without them.
 *
 * Throws `catalog.broken`.
 */
export function readBody(
  body: Pick<CatalogBody, "catalog" | "facts">,
  {
    told,
    now = 0,
    isJoined = false,
  }: { told?: FactsTold | undefined; now?: number; isJoined?: boolean } = {},
): ParsedCatalog {
  const document = parseJson(body.catalog);
  if (document === undefined) throw notJson(body.catalog);
  // what a source says of a configuration counts for nothing
  const marks = isJoined ? takeMarks(document) : undefined;
  const catalog = orBroken(() =>
    parseCatalog(document, body.facts === undefined ? undefined : readFacts(body.facts, told), now),
  );
  marks?.(catalog.models);
  return catalog;
}

/** Facts as JSON; where they are none, undefined, and that is said. */
export function readFacts(bytes: Uint8Array, told: FactsTold | undefined): unknown {
  const facts = parseJson(bytes);
  if (isRecord(facts)) return facts;
  const name = told?.name ?? "models.json";
  const message =
    facts === undefined ? notJson(bytes, name).message : `${name} is no object of models' facts`;
  told?.warnings.push(withoutFacts("catalog.broken", message));
  return facts;
}
