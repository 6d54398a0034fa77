import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe } from "vitest";
import { type CatalogInMemory, openInMemory } from "./catalog-builders.ts";

/** A directory with `api.json` and `models.json` as models.dev served them one day. */
export interface RealCatalog {
  directory: string;
  /** One of its files: `api.json`, `history/2026-05-01.json`. */
  read(name: string): unknown;
  open(): CatalogInMemory;
}

/** Some hundred rows of every shape, always there. */
export const recordedCatalog = realCatalog(
  resolve(import.meta.dirname, "../../test/fixtures/recorded-catalog"),
);

/** A day's whole catalog, with other days and labels beside it, where MODELFORGE_TEST_CATALOG names its directory. */
const largeCatalog = namedCatalog(process.env.MODELFORGE_TEST_CATALOG);

/** Tests on the recorded catalog, and on the large one too where it is named. */
export function describeRealCatalogs(name: string, tests: (catalog: RealCatalog) => void): void {
  describe(`${name}, as recorded`, () => tests(recordedCatalog));
  if (largeCatalog !== undefined) describe(`${name}, as a whole`, () => tests(largeCatalog));
}

/** The large catalog for tests that are run only where it is named: those below test/large-catalog. */
export function openLargeCatalog(): RealCatalog {
  if (largeCatalog === undefined) throw new Error("MODELFORGE_TEST_CATALOG names no directory");
  return largeCatalog;
}

function namedCatalog(directory: string | undefined): RealCatalog | undefined {
  // an empty variable counts as unset
  if (!directory) return undefined;
  const path = resolve(directory, "api.json");
  if (!existsSync(path)) throw new Error(`MODELFORGE_TEST_CATALOG: there is no ${path}`);
  return realCatalog(resolve(directory));
}

function realCatalog(directory: string): RealCatalog {
  let opened: CatalogInMemory | undefined;
  const read = (name: string): unknown => JSON.parse(readFileSync(join(directory, name), "utf8"));
  return {
    directory,
    read,
    open: () => {
      opened ??= openInMemory(read("api.json"), read("models.json"));
      return opened;
    },
  };
}
