import type { ModelRow } from "../../words/model.ts";
import { type Identities, type Link, linkBetween } from "./identities.ts";

/** Two labelled rows about which identification and label disagree. */
export interface Disagreement {
  a: string;
  b: string;
  /** What the labels say of either. */
  labels: [string, string];
  /** Undefined where the pair was missed. */
  link: Link | undefined;
}

export interface PairScore {
  rows: number;
  /** Share of the pairs found that are labelled the same. */
  precision: number;
  /** Share of the pairs labelled the same that are found. */
  recall: number;
  falseMerges: Disagreement[];
  missed: Disagreement[];
}

/** Compares every pair of labelled rows (ref → underlying model) with what was found. */
export function scorePairs(
  models: readonly ModelRow[],
  identities: Identities,
  labels: Readonly<Record<string, string>>,
): PairScore {
  const labelled = models.flatMap(({ ref }, row) => {
    const label = Object.hasOwn(labels, ref) ? labels[ref] : undefined;
    return label === undefined ? [] : [{ ref, row, label }];
  });
  const falseMerges: Disagreement[] = [];
  const missed: Disagreement[] = [];
  let right = 0;
  for (const [position, a] of labelled.entries()) {
    for (const b of labelled.slice(position + 1)) {
      const link = linkBetween(identities, a.row, b.row);
      const isSame = a.label === b.label;
      if (link !== undefined && isSame) right += 1;
      if ((link !== undefined) === isSame) continue;
      const pair: Disagreement = { a: a.ref, b: b.ref, labels: [a.label, b.label], link };
      (link === undefined ? missed : falseMerges).push(pair);
    }
  }
  const share = (wrong: number): number => (right + wrong === 0 ? 1 : right / (right + wrong));
  return {
    rows: labelled.length,
    precision: share(falseMerges.length),
    recall: share(missed.length),
    falseMerges,
    missed,
  };
}
