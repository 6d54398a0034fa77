import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe } from "vitest";
import { type CatalogInMemory, openInMemory } from "./catalog-builders.ts";

// it may not be copied into the project: where it is absent, the tests that need it are skipped
const directory = resolve(import.meta.dirname, "../../../shared/catalog");
const isThere = existsSync(resolve(directory, "api.json"));

/** Tests on a day's real catalog. What they read is read inside a test or hook, never while they are collected. */
export function describeRealCatalog(name: string, tests: () => void): void {
  const title = isThere
    ? name
    : `${name} (skipped: there is no ../shared/catalog beside the project)`;
  describe.skipIf(!isThere)(title, tests);
}

/** One of its files: `api.json`, `history/2026-05-01.json`. */
export function readRealFile(name: string): unknown {
  return JSON.parse(readFileSync(resolve(directory, name), "utf8"));
}

let opened: CatalogInMemory | undefined;

export function openRealCatalog(): CatalogInMemory {
  opened ??= openInMemory(readRealFile("api.json"), readRealFile("models.json"));
  return opened;
}
