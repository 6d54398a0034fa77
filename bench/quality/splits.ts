import { qualitiesBy } from "../../src/catalog/inferred/quality/qualities.ts";
import type { Day } from "./days.ts";
import { expectationBy, fitTerms } from "./fit.ts";
import type { Pair } from "./pairs.ts";
import { judge, type Verdicts } from "./verdicts.ts";

const splits = 10;

/** Fits on the pairs of a random half of the models, and judges the pairs of the other half, ten times. */
export function judgeUnseen({ grounds, identities }: Day, pairs: readonly Pair[]): Verdicts[] {
  const chance = chanceFrom(20_261_127);
  const models = [...new Set(pairs.flatMap(({ better, worse }) => [better, worse]))];
  models.sort((a, b) => a - b);
  return Array.from({ length: splits }, () => {
    const half = new Set(shuffled(models, chance).slice(0, Math.floor(models.length / 2)));
    const seen = pairs.filter(({ better, worse }) => half.has(better) && half.has(worse));
    const unseen = pairs.filter(({ better, worse }) => !half.has(better) && !half.has(worse));
    const expectation = expectationBy(fitTerms(grounds.models, seen));
    return judge(qualitiesBy(grounds, identities.keys.length, expectation), unseen);
  });
}

export function meanOf(verdicts: readonly Verdicts[], of: (one: Verdicts) => number): number {
  return verdicts.reduce((sum, one) => sum + of(one), 0) / verdicts.length;
}

function shuffled(items: readonly number[], chance: () => number): number[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other] as number, mixed[at] as number];
  }
  return mixed;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
