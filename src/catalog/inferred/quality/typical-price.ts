import type { ModelRow } from "../../words/model.ts";
import { medianOf } from "./median.ts";

// upstream lists some makers' prices in another currency: glm-5v-turbo at four times what all others ask
const mostTimesOthers = 3;
const fewestOthers = 3;

/**
 * USD per 1,000,000 tokens, three parts input and one part output: the maker's, else the median of all who sell it.
 * What is free or not listed says nothing.
 */
export function priceOf(rows: readonly ModelRow[], makers: ModelRow | undefined): number | null {
  const own = makers === undefined ? null : blended(makers);
  if (own !== null && (rows.length <= fewestOthers || !isOdd(own, rows))) return own;
  return medianOf(rows.map(blended));
}

/** More than three times what most ask, where enough do. */
function isOdd(own: number, rows: readonly ModelRow[]): boolean {
  let asked = 0;
  let less = 0;
  for (const row of rows) {
    const price = blended(row);
    if (price === null) continue;
    asked += 1;
    if (price * mostTimesOthers < own) less += 1;
  }
  return asked > fewestOthers && less * 2 > asked;
}

function blended({ price }: ModelRow): number | null {
  const { input, output } = price ?? { input: null, output: null };
  if (input === null || output === null) return null;
  const both = (3 * input + output) / 4;
  return both > 0 ? both : null;
}
