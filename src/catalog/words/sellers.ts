import type { ModelRow } from "./model.ts";

/** Whoever sells a model, in short: how many rows there are, and the cheapest of them. */
export interface Sellers {
  count: number;
  /** For a million tokens in and out; free ones behind them, unknown last, then in ref order. */
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

export function sellersAmong(rows: readonly ModelRow[]): Sellers {
  const cheapest = rows
    .map(({ ref, price, limits }): Seller => {
      const { input = null, output = null } = price ?? {};
      return { ref, input, output, context: limits.context };
    })
    .sort((a, b) => together(a) - together(b) || (a.ref < b.ref ? -1 : 1))
    .slice(0, mostSellers + 1);
  return { count: rows.length, cheapest };
}

// numbers, so that two of them have a difference
const unknown = Number.MAX_VALUE / 4;
const free = unknown / 2;

/** What costs nothing is sold in a plan or for trial: behind what has a price. */
function together({ input, output }: Seller): number {
  if (input === 0 && output === 0) return free;
  return (input ?? unknown) + (output ?? unknown);
}
