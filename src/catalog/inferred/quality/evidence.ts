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

/** By group; what holds no conversation has none. */
export function evidences(qualities: Qualities): Map<number, Evidence> {
  const { values, spreads, expected } = qualities;
  const results = new Map<number, Evidence["results"]>();
  for (const { name, groups, scores } of qualities.grounds.results) {
    groups.forEach((group, position) => {
      const own = results.get(group) ?? [];
      own.push({ benchmark: name, score: scores[position] as number });
      results.set(group, own);
    });
  }
  return new Map(
    qualities.grounds.models.map((model): [number, Evidence] => {
      const { group } = model;
      const own = results.get(group) ?? [];
      const grounds = terms.map(({ name, coefficient, value }) => ({
        name,
        points: coefficient * value(model),
      }));
      return [
        group,
        {
          value: values[group] as number,
          spread: spreads[group] as number,
          label: own.length > 0 ? "published" : "expected",
          start: intercept,
          grounds: grounds.filter(({ points }) => points !== 0),
          moved: (values[group] as number) - (expected[group] as number),
          results: own,
        },
      ];
    }),
  );
}
