import type { ParsedCatalog } from "./parse/catalog.ts";
import type { SumOf } from "./prepared/lines.ts";
import { memoryParts, type PartName, type PreparedPart } from "./prepared/parts.ts";
import { prepareParts } from "./prepared/prepare.ts";
import { encodeRankings } from "./prepared/encode-rankings.ts";
import { encodeRowSets } from "./prepared/row-sets.ts";
import { usualAnswers } from "./recommend/usual-rankings.ts";
import { PreparedView } from "./view.ts";
import { orBroken } from "./words/broken.ts";

/**
 * Works out, once per catalog, all that questions read, and the answers that depend on nothing but the catalog. `sumOf`
 * gives the sums by which what is read is known to be as it was written; what stays in memory needs none.
 *
 * Throws `catalog.broken` where that cannot be done.
 */
export function prepareCatalog(
  catalog: ParsedCatalog,
  sumOf: SumOf = () => 0,
): Map<PartName, PreparedPart> {
  const parts = prepareParts(catalog, sumOf);
  return orBroken(() => {
    const { rankings, rows } = usualAnswers(new PreparedView(memoryParts(parts)));
    return parts
      .set("rankings.jsonl", encodeRankings(rankings, sumOf))
      .set("uses.bin", encodeRowSets(rows, sumOf));
  });
}
