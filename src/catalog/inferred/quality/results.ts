import type { Benchmark, ModelFacts } from "../../words/facts.ts";
import { compareText } from "../../words/ref.ts";
import { benchmarkKey, harnessesOf } from "./benchmark-key.ts";
import { yearsAfterOrigin } from "./release.ts";

/** The results of one benchmark that compare with each other. */
export interface Results {
  /** `SWE-Bench Pro, Claude Code`: as one of them is published. */
  name: string;
  /** Ascending. */
  groups: readonly number[];
  /** By position in `groups`, as published: percent. */
  scores: readonly number[];
}

// previews are tested weeks before the release; what is older was an older model under the same alias
const yearsBefore = 31 / 365.25;

/**
 * Published results by benchmark, those run on one model alone left out. `groups` are those of the
 * entries of models.json, `yearsOf` says when one came out.
 */
export function collectResults(
  facts: readonly ModelFacts[],
  groups: readonly (number | undefined)[],
  yearsOf: (group: number) => number | null,
): Results[] {
  const harnesses = harnessesOf(facts);
  const byKey = new Map<string, Collected>();
  for (const [at, entry] of facts.entries()) {
    const group = groups[at];
    if (group === undefined) continue;
    for (const benchmark of entry.benchmarks) {
      if (isOlder(benchmark, yearsOf(group))) continue;
      const key = benchmarkKey(benchmark, harnesses);
      const { scores } = byKey.get(key) ?? note(byKey, key, benchmark);
      // of several settings the best says what the model can do
      scores.set(group, Math.max(scores.get(group) ?? Number.NEGATIVE_INFINITY, benchmark.score));
    }
  }
  return [...byKey]
    .filter(([, { scores }]) => scores.size > 1)
    .sort(([a], [b]) => compareText(a, b))
    .map(([, { name, scores }]) => {
      const ran = [...scores.keys()].sort((a, b) => a - b);
      return { name, groups: ran, scores: ran.map((group) => scores.get(group) as number) };
    });
}

interface Collected {
  name: string;
  scores: Map<number, number>;
}

function note(byKey: Map<string, Collected>, key: string, { name, harness }: Benchmark): Collected {
  const collected = {
    name: harness === null ? name : `${name}, ${harness}`,
    scores: new Map<number, number>(),
  };
  byKey.set(key, collected);
  return collected;
}

function isOlder({ date }: Benchmark, years: number | null): boolean {
  return date !== null && years !== null && years - yearsAfterOrigin(date) > yearsBefore;
}
