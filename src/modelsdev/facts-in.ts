import { parseFacts } from "../catalog/parse/facts.ts";
import { Notebook } from "../catalog/parse/findings.ts";
import type { ModelFacts } from "../catalog/words/facts.ts";
import { type CatalogBody, parseJson } from "./body.ts";

/** The facts of a body that was read, or looked at, before. */
export function factsIn({ facts }: Pick<CatalogBody, "facts">): readonly ModelFacts[] {
  return facts === undefined ? [] : parseFacts(parseJson(facts), new Notebook());
}
