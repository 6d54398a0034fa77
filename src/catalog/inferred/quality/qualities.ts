import type { ModelFacts } from "../../words/facts.ts";
import type { Kind } from "../../words/kinds.ts";
import type { ModelRow } from "../../words/model.ts";
import type { Identities } from "../identity/identities.ts";
import { type DescribedModel, describeChatModels } from "./describe.ts";
import { dominances, withoutContradiction } from "./dominance.ts";
import { groupsOfIds } from "./facts-groups.ts";
import { type Belief, weighResults } from "./posterior.ts";
import { collectResults, type Results } from "./results.ts";
import { spreadOf } from "./spreads.ts";
import { knownMakers } from "./standing.ts";
import { expectedOf } from "./terms.ts";

/** What is thought of every model that holds conversations. The unit is the spread of all of them; 0 is their mean. */
export interface Qualities {
  /** By group; NaN for what holds no conversation. */
  values: Float64Array;
  /** How far off that may be, as a standard deviation; NaN with the value. */
  spreads: Float64Array;
  /** How many benchmarks it was compared with others on; 0: `expected`, more: `published`. */
  results: Uint16Array;
  /** What was expected before any result; NaN with the value. */
  expected: Float64Array;
  /** What all this rests on. */
  grounds: Grounds;
}

export interface Grounds {
  models: readonly DescribedModel[];
  results: readonly Results[];
  /** Whoever is known to make models. */
  makers: ReadonlySet<string>;
}

/**
 * Worked out once when a catalog is prepared, in time linear in its rows and in the pairs of models that share a
 * benchmark; the order of the rows changes nothing.
 * `kinds` are those of the rows.
 */
export function qualitiesOf(
  models: readonly ModelRow[],
  kinds: readonly Kind[],
  facts: readonly ModelFacts[],
  identities: Identities,
): Qualities {
  const grounds = groundsOf(models, kinds, facts, identities);
  return qualitiesBy(grounds, identities.keys.length, expectedOf);
}

export function groundsOf(
  models: readonly ModelRow[],
  kinds: readonly Kind[],
  facts: readonly ModelFacts[],
  identities: Identities,
): Grounds {
  const described = describeChatModels(models, kinds, identities);
  const years = new Map(described.map((model) => [model.group, model.years]));
  const ids = facts.map(({ id }) => id);
  const groups = groupsOfIds(ids, models, identities).map((group) =>
    group !== undefined && years.has(group) ? group : undefined,
  );
  const results = collectResults(facts, groups, (group) => years.get(group) ?? null);
  return { models: described, results, makers: knownMakers(described, facts) };
}

/** The same with expectations of another fit. */
export function qualitiesBy(
  grounds: Grounds,
  groups: number,
  expectation: (model: DescribedModel) => number,
): Qualities {
  const expected = new Float64Array(groups).fill(Number.NaN);
  const spreads = new Float64Array(groups).fill(Number.NaN);
  for (const model of grounds.models) {
    expected[model.group] = expectation(model);
    spreads[model.group] = spreadOf(model);
  }
  const belief: Belief = weighResults({ values: expected, spreads }, grounds.results);
  const order = dominances(grounds.results);
  const results = new Uint16Array(groups);
  for (const { groups: compared } of grounds.results) {
    for (const group of compared) results[group] = (results[group] as number) + 1;
  }
  return {
    values: withoutContradiction(belief.values, belief.spreads, order),
    spreads: belief.spreads,
    results,
    expected,
    grounds,
  };
}
