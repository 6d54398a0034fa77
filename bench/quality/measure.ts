import { dominances } from "../../src/catalog/inferred/quality/dominance.ts";
import { type Qualities, qualitiesOf } from "../../src/catalog/inferred/quality/qualities.ts";
import type { Day } from "./days.ts";
import type { Measured } from "./gates.ts";
import { type Neighbours, neighboursOf } from "./neighbours.ts";
import type { Pair } from "./pairs.ts";
import { judge } from "./verdicts.ts";

export interface MeasuredDay extends Measured {
  qualities: Qualities;
  dominances: number;
  /** Neighbours of which the one that should be better is not above. */
  wrongNeighbours: Neighbours[];
}

/** The figures as shipped, on one day. */
export function measureDay(day: Day, pairs: readonly Pair[]): MeasuredDay {
  const qualities = qualitiesOf(day.models, day.kinds, day.facts, day.identities);
  const { values, grounds } = qualities;
  const neighbours = neighboursOf(day, pairs);
  const order = dominances(grounds.results);
  const isAbove = ({ better, worse }: { better: number; worse: number }): boolean =>
    (values[better] as number) > (values[worse] as number);
  return {
    qualities,
    pairs: judge(qualities, pairs),
    neighbours: judge(qualities, neighbours),
    wrongNeighbours: neighbours.filter((pair) => !isAbove(pair)),
    dominances: order.length,
    contradictions: order.filter(
      ({ better, worse }) => (values[better] as number) < (values[worse] as number),
    ).length,
  };
}
