import type { Usage } from "../cost/usage.ts";
import { costOfRow } from "./cost-of-row.ts";
import type { FilteredCatalog } from "./filter-fields.ts";

/** Whether a row stays below a ceiling; unknown where the catalog does not list what that takes. */
type Verdict = "within" | "above" | "unknown";

export type Judge = (row: number) => Verdict;

/** What a usage may cost, in USD for all requests together. */
export interface CostCeiling {
  usd: number;
  usage: Usage;
  requests: number;
}

/** NaN is unknown. */
export function upTo(column: Float64Array, bound: number): Judge {
  return (row) => {
    const value = column[row] as number;
    if (Number.isNaN(value)) return "unknown";
    return value <= bound ? "within" : "above";
  };
}

export function costUpTo(catalog: FilteredCatalog, { usd, usage, requests }: CostCeiling): Judge {
  // all requests as those of one month: the sum is then rounded once
  const all = { count: requests, per: "month" } as const;
  const priceOf = (row: number) => catalog.modelAt(row).price;
  return (row) => {
    const cost = costOfRow(catalog.columns, row, usage, priceOf, all);
    if ((cost.perMonth ?? 0) > usd) return "above";
    return cost.complete ? "within" : "unknown";
  };
}

/** The worst of several verdicts, asked one after the other. */
export function worstOf(judges: readonly Judge[]): Judge {
  const [first] = judges;
  if (first !== undefined && judges.length === 1) return first;
  return (row) => {
    let verdict: Verdict = "within";
    for (const judge of judges) {
      const one = judge(row);
      if (one === "above") return "above";
      if (one === "unknown") verdict = "unknown";
    }
    return verdict;
  };
}
