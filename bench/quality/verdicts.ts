import type { Qualities } from "../../src/catalog/inferred/quality/qualities.ts";

type Figures = Pick<Qualities, "values" | "spreads">;
type Ordered = { better: number; worse: number };

/** How often figures put pairs in the right order. */
export interface Verdicts {
  pairs: number;
  /** Share of all pairs whose better model has the higher figure. */
  right: number;
  /** Pairs whose figures differ by less than the larger of their spreads: nothing is claimed of them. */
  equal: number;
  decidedRight: number;
  decidedWrong: number;
}

export function judge({ values, spreads }: Figures, pairs: readonly Ordered[]): Verdicts {
  const verdicts = { pairs: pairs.length, right: 0, equal: 0, decidedRight: 0, decidedWrong: 0 };
  let ordered = 0;
  for (const { better, worse } of pairs) {
    const difference = (values[better] as number) - (values[worse] as number);
    if (difference > 0) ordered += 1;
    const spread = Math.max(spreads[better] as number, spreads[worse] as number);
    if (Math.abs(difference) < spread) verdicts.equal += 1;
    else if (difference > 0) verdicts.decidedRight += 1;
    else verdicts.decidedWrong += 1;
  }
  verdicts.right = pairs.length === 0 ? Number.NaN : ordered / pairs.length;
  return verdicts;
}

/** Share of the pairs of which something is claimed, and rightly. */
export function decided({ decidedRight, decidedWrong }: Verdicts): number {
  return decidedRight / (decidedRight + decidedWrong);
}
