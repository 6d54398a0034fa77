import type { Results } from "./results.ts";

/** `better` won or tied every benchmark that both were run on, and won at least one of at least two. */
export interface Dominance {
  better: number;
  worse: number;
}

const fewestShared = 2;

interface Tally {
  shared: number;
  /** Wins of the one with the smaller number, and of the other. */
  wins: number;
  losses: number;
}

export function dominances(results: readonly Results[]): Dominance[] {
  const tallies = new Map<number, Map<number, Tally>>();
  for (const { groups, scores } of results) {
    for (const [position, group] of groups.entries()) {
      const own = tallies.get(group) ?? new Map<number, Tally>();
      tallies.set(group, own);
      for (let other = position + 1; other < groups.length; other += 1) {
        const difference = (scores[position] as number) - (scores[other] as number);
        countIn(own, groups[other] as number, difference);
      }
    }
  }
  const found: Dominance[] = [];
  for (const [group, own] of tallies) {
    for (const [other, { shared, wins, losses }] of own) {
      if (shared < fewestShared || wins > 0 === losses > 0) continue;
      found.push(wins > 0 ? { better: group, worse: other } : { better: other, worse: group });
    }
  }
  return found;
}

function countIn(tallies: Map<number, Tally>, other: number, difference: number): void {
  let tally = tallies.get(other);
  if (tally === undefined) {
    tally = { shared: 0, wins: 0, losses: 0 };
    tallies.set(other, tally);
  }
  tally.shared += 1;
  if (difference > 0) tally.wins += 1;
  if (difference < 0) tally.losses += 1;
}

const mostRounds = 300;
const smallestMove = 1e-6;

/**
 * The nearest values, measured in spreads, at which nothing stands below what it dominates (Hildreth's projection). The
 * surer of two moves less. Where three dominate each other in a circle they come to stand together.
 */
export function withoutContradiction(
  values: Float64Array,
  spreads: Float64Array,
  order: readonly Dominance[],
): Float64Array {
  const settled = values.slice();
  const pulls = new Float64Array(order.length);
  for (let round = 0; round < mostRounds; round += 1) {
    let largest = 0;
    for (let at = 0; at < order.length; at += 1) {
      const { better, worse } = order[at] as Dominance;
      const ofBetter = (spreads[better] as number) ** 2;
      const ofWorse = (spreads[worse] as number) ** 2;
      const gap = (settled[worse] as number) - (settled[better] as number);
      const pull = Math.max(0, (pulls[at] as number) + gap / (ofBetter + ofWorse));
      const change = pull - (pulls[at] as number);
      pulls[at] = pull;
      settled[better] = (settled[better] as number) + change * ofBetter;
      settled[worse] = (settled[worse] as number) - change * ofWorse;
      largest = Math.max(largest, Math.abs(change) * Math.max(ofBetter, ofWorse));
    }
    if (largest < smallestMove) break;
  }
  liftExactly(settled, order);
  return settled;
}

/** What is left after rounding: each is lifted to the level of what it dominates. Levels only rise to one that is there. */
function liftExactly(values: Float64Array, order: readonly Dominance[]): void {
  for (let moved = true; moved; ) {
    moved = false;
    for (const { better, worse } of order) {
      if ((values[better] as number) >= (values[worse] as number)) continue;
      values[better] = values[worse] as number;
      moved = true;
    }
  }
}
