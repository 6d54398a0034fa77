import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { ModelsDevCache, ModelsDevClient } from "../../src/index.ts";
import { assortedCatalog } from "../../src/testing/catalog-builders.ts";

/** Both classes over a small catalog in a file, in a home of its own. */
export async function openExample() {
  const home = mkdtempSync(join(tmpdir(), "modelforge-library-"));
  const options = {
    source: join(home, "catalog.json"),
    cacheDirectory: join(home, "cache"),
    offline: true,
  };
  writeFileSync(options.source, JSON.stringify(assortedCatalog()));
  const client = new ModelsDevClient(options);
  afterAll(() => {
    client.close();
    rmSync(home, { recursive: true });
  });
  return { home, client, cache: new ModelsDevCache(options), view: await client.open() };
}
