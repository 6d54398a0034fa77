import { capabilities, toMask } from "../words/capability.ts";
import type { Columns } from "../prepared/columns.ts";
import type { Candidate } from "./candidates.ts";
import { costScale } from "./cost-scale.ts";
import { factorNames, middle, type Weights } from "./factors.ts";
import { paretoFront } from "./front.ts";
import type { UseCase } from "./use-cases.ts";

export interface Scored extends Candidate {
  score: number;
  /** By factor, 0 to 1; `null`: not known, counted as the middle. */
  values: Record<keyof Weights, number | null>;
}

/**
 * Scores candidates, best first. Equal scores go by the factors one after the other, then by ref: what is better in
 * anything and worse in nothing never ranks below. The scale of costs is made of candidates that no other dominates:
 * adding one that is dominated changes no score.
 */
export function scoreCandidates(
  candidates: readonly Candidate[],
  columns: Columns,
  { wants, minContext }: UseCase,
  weights: Weights,
): Scored[] {
  const wanted = toMask(capabilities, wants);
  let newest = 0;
  for (const { row } of candidates) newest = Math.max(newest, columns.released[row] as number);
  const rest = candidates.map(({ row }) => ({
    quality: known(columns.ability[row]),
    recency: recencyOf(columns.released[row] as number, newest),
    limits: limitsOf(columns.context[row] as number, columns.output[row] as number, minContext),
    fit: wanted === 0 ? 1 : bits((columns.capabilities[row] as number) & wanted) / bits(wanted),
    status: statusOf(columns.statuses[(columns.status[row] as number) - 1]),
  }));
  const points = candidates.map(({ perRequest }, at) => [
    -(perRequest ?? Number.POSITIVE_INFINITY),
    ...Object.values(rest[at] ?? {}).map((value) => value ?? middle),
  ]);
  const front = paretoFront(points).map((at) => candidates[at]?.perRequest ?? null);
  const scale = costScale(front.filter((cost) => cost !== null));
  const scored = candidates.map((candidate, at): Scored => {
    const cost = candidate.perRequest === null ? null : scale(candidate.perRequest);
    const values = { cost, ...(rest[at] as (typeof rest)[number]) };
    let score = 0;
    for (const name of factorNames) score += weights[name] * (values[name] ?? middle);
    return { ...candidate, score, values };
  });
  const order = scored.map((_, at) => at);
  order.sort((a, b) => compareScored(a, b, scored, points));
  return order.map((at) => scored[at] as Scored);
}

function compareScored(
  a: number,
  b: number,
  scored: readonly Scored[],
  points: readonly (readonly number[])[],
): number {
  const [one, other] = [scored[a] as Scored, scored[b] as Scored];
  if (one.score !== other.score) return other.score - one.score;
  const [first, second] = [points[a] as number[], points[b] as number[]];
  for (let at = 0; at < first.length; at += 1) {
    if (first[at] !== second[at]) return (second[at] as number) > (first[at] as number) ? 1 : -1;
  }
  return one.row - other.row;
}

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

const halfLifeDays = 270;

/** 1 for the newest of the candidates, half of it for what came nine months before. */
function recencyOf(released: number, newest: number): number | null {
  return released === 0 ? null : 2 ** (-(dayNumber(newest) - dayNumber(released)) / halfLifeDays);
}

/** Days, near enough: 20260724 → 2026 × 365.25 + 7 × 30.44 + 24. */
function dayNumber(date: number): number {
  const year = Math.floor(date / 10_000);
  return year * 365.25 + (Math.floor(date / 100) % 100) * 30.44 + (date % 100);
}

const plentyOfContext = 1_000_000;
const plentyOfOutput = 64_000;

/** Between what is needed and a million tokens on the log scale; a fourth goes by the output. */
function limitsOf(context: number, output: number, needed: number): number | null {
  const parts: [value: number | null, weight: number][] = [
    [onLogScale(context, Math.max(needed / 2, 4_000), plentyOfContext), 3],
    [onLogScale(output, 2_000, plentyOfOutput), 1],
  ];
  if (parts.every(([value]) => value === null)) return null;
  return parts.reduce((sum, [value, weight]) => sum + (value ?? middle) * weight, 0) / 4;
}

function onLogScale(size: number, low: number, high: number): number | null {
  if (size === 0) return null;
  return Math.min(1, Math.max(0, Math.log(size / low) / Math.log(high / low)));
}

function statusOf(status: string | undefined): number {
  if (status === undefined) return 1;
  return status === "beta" ? middle : 0;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
