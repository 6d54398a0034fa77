import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { identify } from "../../src/catalog/inferred/identity/identify.ts";
import type { Identities } from "../../src/catalog/inferred/identity/identities.ts";
import { type Grounds, groundsOf } from "../../src/catalog/inferred/quality/qualities.ts";
import { kindOf } from "../../src/catalog/inferred/kind/kind-of.ts";
import type { Kind } from "../../src/catalog/words/kinds.ts";
import type { ModelFacts } from "../../src/catalog/words/facts.ts";
import type { ModelRow } from "../../src/catalog/words/model.ts";
import { parseCatalog } from "../../src/catalog/parse/catalog.ts";

/** The catalog of one day, with what its figures rest on. */
export interface Day {
  name: string;
  models: ModelRow[];
  /** By row. */
  kinds: Kind[];
  facts: ModelFacts[];
  identities: Identities;
  grounds: Grounds;
}

export const olderDays = ["2026-06-01", "2026-05-01", "2025-10-01"];

/** `directory` holds api.json, models.json, better-model.json, and older days in history/. */
export function readDay(directory: string, day: string | undefined): Day | undefined {
  const path = join(directory, day === undefined ? "api.json" : `history/${day}.json`);
  if (!existsSync(path)) return undefined;
  const factsPath = join(directory, "models.json");
  const catalog = parseCatalog(
    readJson(path),
    existsSync(factsPath) ? readJson(factsPath) : undefined,
  );
  const models = catalog.models.map(({ model }) => model);
  const kinds = models.map(kindOf);
  const identities = identify(models, catalog.facts);
  return {
    name: day ?? "the catalog",
    models,
    kinds,
    facts: catalog.facts,
    identities,
    grounds: groundsOf(models, kinds, catalog.facts, identities),
  };
}

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
