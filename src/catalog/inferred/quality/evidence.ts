import type { Qualities } from "./qualities.ts";
import { intercept, terms } from "./terms.ts";

/** What the figure of one model rests on; the numbers add up. */
export interface Evidence {
  value: number;
  spread: number;
  /** `published`: moved by results that compare with those of other models. */
  label: "published" | "expected";
  /** What a model of which nothing is known would have, and what each ground adds to it: together the expectation. */
  start: number;
  grounds: { name: string; points: number }[];
  /** What results add to the expectation, and the order that they prove; 0 for `expected`. */
  moved: number;
  results: { benchmark: string; score: number }[];
}

/** Undefined for what holds no conversation. */
export function evidenceOf(qualities: Qualities, group: number): Evidence | undefined {
  const { values, spreads, expected } = qualities;
  const model = qualities.grounds.models.find((one) => one.group === group);
  if (model === undefined) return undefined;
  const results = qualities.grounds.results.flatMap(({ name, groups, scores }) => {
    const position = groups.indexOf(group);
    return position < 0 ? [] : [{ benchmark: name, score: scores[position] as number }];
  });
  const grounds = terms.map(({ name, coefficient, value }) => ({
    name,
    points: coefficient * value(model),
  }));
  return {
    value: values[group] as number,
    spread: spreads[group] as number,
    label: results.length > 0 ? "published" : "expected",
    start: intercept,
    grounds: grounds.filter(({ points }) => points !== 0),
    moved: (values[group] as number) - (expected[group] as number),
    results,
  };
}
