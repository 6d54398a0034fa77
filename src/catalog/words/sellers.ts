import { standingOfMarks } from "./marks.ts";
import type { ModelRow } from "./model.ts";

/** Whoever sells a model, in short: how many rows there are but deprecated ones, and the cheapest of them. */
export interface Sellers {
  count: number;
  /** For a million tokens in and out; marked ones behind the others, free ones behind those, unknown last, then in ref order. */
  cheapest: Seller[];
}

/** USD per 1M tokens, tokens; null where it is not known. */
interface Seller {
  ref: string;
  input: number | null;
  output: number | null;
  context: number | null;
}

/** As many as are shown of the others of a row that is one of them. */
export const mostSellers = 8;

/** A row and its marks, as bits. */
export interface SoldRow {
  model: ModelRow;
  marks: number;
}

export function sellersAmong(rows: readonly SoldRow[]): Sellers {
  const sold = rows.filter(({ model }) => model.status !== "deprecated");
  const cheapest = sold
    .map(({ model: { ref, price, limits }, marks }) => {
      const { input = null, output = null } = price ?? {};
      const seller: Seller = { ref, input, output, context: limits.context };
      return { seller, place: together(seller), standing: standingOfMarks(marks) };
    })
    .sort(
      (a, b) =>
        a.standing - b.standing || a.place - b.place || (a.seller.ref < b.seller.ref ? -1 : 1),
    )
    .slice(0, mostSellers + 1)
    .map(({ seller }) => seller);
  return { count: sold.length, cheapest };
}

// numbers, so that two of them have a difference
const unknown = Number.MAX_VALUE / 4;
const free = unknown / 2;

/** What costs nothing is sold in a plan or for trial: behind what has a price. */
function together({ input, output }: Seller): number {
  if (input === 0 && output === 0) return free;
  return (input ?? unknown) + (output ?? unknown);
}
