import type { RequestsOrAll, Usage } from "../cost/usage.ts";
import { costOfRow } from "./cost-of-row.ts";
import type { Cost } from "../cost/estimate-cost.ts";
import type { FilteredCatalog } from "./filter-fields.ts";

/** Whether a row stays below a ceiling; unknown where the catalog does not list what that takes. */
type Verdict = "within" | "above" | "unknown";

/** A bound on a column, where NaN is unknown, or on what is worked out of a row. */
export type Ceiling = { column: Float64Array; bound: number } | { judge(row: number): Verdict };

/** What a usage may cost, in USD: a month where requests are counted in a time, else for all of them together. */
export interface CostCeiling {
  usd: number;
  usage: Usage;
  requests: RequestsOrAll;
}

export function upTo(column: Float64Array, bound: number): Ceiling {
  return { column, bound };
}

export function costUpTo(catalog: FilteredCatalog, { usd, usage, requests }: CostCeiling): Ceiling {
  const modelOf = (row: number) => catalog.modelAt(row);
  const judge = (row: number): Verdict => {
    const cost = costOfRow(catalog.columns, row, usage, modelOf, requests);
    if ((comparedOf(cost) ?? 0) > usd) return "above";
    return cost.complete ? "within" : "unknown";
  };
  return { judge };
}

/** The sum that a ceiling is compared with. */
function comparedOf({ perMonth, total }: Cost): number | null | undefined {
  return total === undefined ? perMonth : total;
}

/** The worst of several verdicts, asked one after the other. */
export function verdictOf(ceilings: readonly Ceiling[], row: number): Verdict {
  let verdict: Verdict = "within";
  // not for…of: this is asked of thousands of rows before V8 optimises anything
  for (let at = 0; at < ceilings.length; at += 1) {
    const ceiling = ceilings[at] as Ceiling;
    if ("judge" in ceiling) {
      const one = ceiling.judge(row);
      if (one === "above") return "above";
      if (one === "unknown") verdict = "unknown";
    } else {
      const value = ceiling.column[row] as number;
      if (value > ceiling.bound) return "above";
      if (!(value <= ceiling.bound)) verdict = "unknown";
    }
  }
  return verdict;
}
