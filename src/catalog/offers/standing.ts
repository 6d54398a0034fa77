import type { Fit } from "../cost/fit.ts";
import { bitsOf, type Mark, standingOfMarks, standings } from "../words/marks.ts";

/** How far from the first an offer has to stay whatever it costs: 0 for those that may be it. */
export function standingOf({ marks, fits }: { marks: readonly Mark[]; fits: Fit["fits"] }): number {
  const standing = standingOfMarks(bitsOf(marks));
  return fits === false ? Math.max(standing, standings.unfit) : standing;
}
