import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type * as Library from "../../src/index.ts";

/** Bytes over what the process held before. */
export interface HeapGrowth {
  heapUsed: number;
  external: number;
  arrayBuffers: number;
  rss: number;
  /** Heap after the import, before anything was asked. */
  imported: number;
}

function collected(): NodeJS.MemoryUsage {
  // what the first collection frees may let go of more
  for (let time = 0; time < 3; time += 1) globalThis.gc?.();
  return process.memoryUsage();
}

/** Opens the catalog with the built library, asks it, and prints what it holds on to. */
export async function printLibraryHeap(): Promise<void> {
  const before = collected();
  const built = pathToFileURL(resolve("dist/lib/index.mjs")).href;
  const { ModelsDevClient } = (await import(built)) as typeof Library;
  const imported = collected().heapUsed - before.heapUsed;
  const client = new ModelsDevClient();
  const view = await client.open();
  if (view.findModel("openai/gpt-5") === undefined) throw new Error("the lookup found nothing");
  const filter = { capability: ["tools"], minContext: 200_000, maxPrice: 1, limit: 20 };
  const listed = await client.getModels({ ...filter, sort: "price" });
  const found = await client.searchModels("claude sonnet", { limit: 20 });
  if (listed.length !== 20 || found.length !== 20) throw new Error("too few models were found");
  const after = collected();
  const growth: HeapGrowth = {
    heapUsed: after.heapUsed - before.heapUsed,
    external: after.external - before.external,
    arrayBuffers: after.arrayBuffers - before.arrayBuffers,
    rss: after.rss - before.rss,
    imported,
  };
  console.log(JSON.stringify(growth));
  // held until here, or the collection would take the catalog along
  client.close();
}
