import type { Fit } from "../cost/fit.ts";
import type { Mark } from "../words/marks.ts";

/** How far from the first an offer has to stay whatever it costs: 0 for those that may be it. */
export function standingOf({ marks, fits }: { marks: readonly Mark[]; fits: Fit["fits"] }): number {
  if (marks.includes("plan") || marks.includes("local")) return 2;
  return marks.length > 0 || fits === false ? 1 : 0;
}
