import { join } from "node:path";

/** The `api.json` to measure with: of the variable for it, else the large one of the tests. */
export function namedCatalog(): string | undefined {
  const { MODELFORGE_BENCH_CATALOG: own, MODELFORGE_TEST_CATALOG: ofTests } = process.env;
  // an empty variable counts as unset
  if (own) return own;
  return ofTests ? join(ofTests, "api.json") : undefined;
}

export const howToName =
  "set MODELFORGE_BENCH_CATALOG to the path of a models.dev api.json, or MODELFORGE_TEST_CATALOG to its directory";
