import { meanOf } from "./splits.ts";
import { decided, type Verdicts } from "./verdicts.ts";

/** What a release has to reach. */
const least = {
  /** Of pairs of models that the fit has not seen, mean of all splits. */
  unseenRight: 0.9,
  /** Of those whose figures differ by a spread. */
  decidedRight: 0.97,
  neighboursRight: 0.95,
} as const;

/** What is measured with the terms as shipped. */
export interface Measured {
  pairs: Verdicts;
  neighbours: Verdicts;
  contradictions: number;
}

/** A line for each gate that is missed by pairs of models the fit has not seen. */
export function missedUnseen(unseen: readonly Verdicts[]): string[] {
  const right = meanOf(unseen, (one) => one.right);
  const ofDecided = meanOf(unseen, decided);
  return [
    ...below("unseen pairs right", right, least.unseenRight),
    ...below("decided unseen pairs right", ofDecided, least.decidedRight),
  ];
}

/** A line for each gate that is missed on a day. */
export function missedOn(day: string, { pairs, neighbours, contradictions }: Measured): string[] {
  return [
    ...below(`${day}: decided pairs right`, decided(pairs), least.decidedRight),
    ...below(`${day}: neighbours right`, neighbours.right, least.neighboursRight),
    ...(contradictions === 0 ? [] : [`${day}: ${contradictions} stand below what they dominate`]),
  ];
}

function below(what: string, reached: number, gate: number): string[] {
  // nothing to judge is no miss; whoever calls says how many pairs there were
  if (Number.isNaN(reached) || reached >= gate) return [];
  return [`${what}: ${reached.toFixed(4)}, less than ${gate}`];
}
