import { readFileSync } from "node:fs";
import { ModelsDevClient } from "../../src/index.ts";

interface LabelledQuery {
  query: string;
  /** Pattern for the ref or the name of the rows that are meant. */
  wanted: string;
}

export interface Hits {
  query: string;
  found: boolean;
  /** Share of the positions whose character may be missing. */
  withTypos: number;
}

/** Searches the catalog in the cache as a person would, and prints what was among the first five. */
export async function printHits([path = ""]: readonly string[]): Promise<void> {
  const client = new ModelsDevClient();
  const labelled = JSON.parse(readFileSync(path, "utf8")) as LabelledQuery[];
  const hits: Hits[] = [];
  for (const { query, wanted } of labelled) {
    const pattern = new RegExp(wanted, "i");
    let foundWithTypo = 0;
    for (let position = 0; position < query.length; position += 1) {
      const typo = query.slice(0, position) + query.slice(position + 1);
      if (await finds(client, typo, pattern)) foundWithTypo += 1;
    }
    hits.push({
      query,
      found: await finds(client, query, pattern),
      withTypos: foundWithTypo / query.length,
    });
  }
  client.close();
  console.log(JSON.stringify(hits));
}

async function finds(client: ModelsDevClient, query: string, wanted: RegExp): Promise<boolean> {
  const first = await client.searchModels(query, { limit: 5 });
  return first.some(({ ref, name }) => wanted.test(ref) || wanted.test(name));
}
