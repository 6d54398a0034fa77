import type { Fit } from "../cost/fit.ts";
import type { Mark } from "../words/marks.ts";

/** What may be first, then what has a status, what does not take the usage, what is not sold as it seems, and at 0. */
const standings = { clear: 0, unsettled: 1, unfit: 2, odd: 3, apart: 4 } as const;

/** How far from the first an offer has to stay whatever it costs: 0 for those that may be it. */
export function standingOf({ marks, fits }: { marks: readonly Mark[]; fits: Fit["fits"] }): number {
  if (marks.includes("plan") || marks.includes("local")) return standings.apart;
  if (marks.some((mark) => mark !== "unsettled")) return standings.odd;
  if (fits === false) return standings.unfit;
  return marks.length > 0 ? standings.unsettled : standings.clear;
}
