import type { ReasonCode } from "../inferred/identity/reasons.ts";
import type { ModelRow } from "../words/model.ts";
import type { Place } from "./lines.ts";

export type { Evidence } from "../inferred/quality/evidence.ts";

/** One row of a group, with where to read it and why it belongs there. */
export interface GroupMember {
  ref: string;
  row: number;
  place: Place;
  /** How this offer differs in its serving: `free`, `fp8`, `eu`. Null where it is the plain model. */
  variant: string | null;
  reason: ReasonCode;
}

/** The rows that are the same underlying model, as they are kept on disk: one line of JSON a group. What figures rest on follows. */
export interface ModelGroup {
  /** Id of models.json where it has the model, else the id most offers write. */
  key: string;
  /** The maker's own row; null where the maker does not sell it. */
  reference: number | null;
  /** In ref order. */
  members: GroupMember[];
}

/** Whoever sells a model, in short: how many rows there are, and the cheapest of them. */
export interface Sellers {
  count: number;
  /** For a million tokens in and out; free ones behind them, unknown last, then in ref order. */
  cheapest: Seller[];
}

/** USD per 1M tokens, tokens; null where it is not known. */
export interface Seller {
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
