import type { Columns } from "../prepared/columns.ts";
import { capabilities, toMask } from "../words/capability.ts";
import type { Candidates } from "./candidates.ts";
import { factorNames, middle } from "./factors.ts";
import type { UseCase } from "./use-cases.ts";

/**
 * What candidates are worth, 0 to 1, NaN where it is not known: one value for each factor, in their order, candidate by
 * candidate. That of the cost is left to whoever knows what the others cost.
 */
export function valuesOf(
  { rows, count }: Candidates,
  columns: Columns,
  { wants, minContext }: UseCase,
): Float64Array {
  const { ability, released, context, output, statuses, status } = columns;
  const wanted = toMask(capabilities, wants);
  const mostWanted = bits(wanted);
  const width = factorNames.length;
  let newest = 0;
  for (let at = 0; at < count; at += 1) {
    newest = Math.max(newest, released[rows[at] as number] as number);
  }
  const today = dayNumber(newest);
  const values = new Float64Array(count * width);
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] as number;
    const has = (columns.capabilities[row] as number) & wanted;
    const value = at * width;
    values[value] = Number.NaN;
    values[value + 1] = ability[row] as number;
    values[value + 2] = recencyOf(released[row] as number, today);
    values[value + 3] = limitsOf(context[row] as number, output[row] as number, minContext);
    values[value + 4] = wanted === 0 ? 1 : bits(has) / mostWanted;
    values[value + 5] = statusOf(statuses[(status[row] as number) - 1]);
  }
  return values;
}

const halfLifeDays = 270;

/** 1 for the newest of the candidates, half of it for what came nine months before. */
function recencyOf(released: number, newestDay: number): number {
  return released === 0 ? Number.NaN : 2 ** (-(newestDay - dayNumber(released)) / halfLifeDays);
}

/** Days, near enough: 20260724 → 2026 × 365.25 + 7 × 30.44 + 24. */
function dayNumber(date: number): number {
  const year = Math.floor(date / 10_000);
  return year * 365.25 + (Math.floor(date / 100) % 100) * 30.44 + (date % 100);
}

const plentyOfContext = 1_000_000;
const plentyOfOutput = 64_000;

/** Between what is needed and a million tokens on the log scale; a fourth goes by the output. */
function limitsOf(context: number, output: number, needed: number): number {
  if (context === 0 && output === 0) return Number.NaN;
  const ofContext = onLogScale(context, Math.max(needed / 2, 4_000), plentyOfContext);
  return (ofContext * 3 + onLogScale(output, 2_000, plentyOfOutput)) / 4;
}

function onLogScale(size: number, low: number, high: number): number {
  if (size === 0) return middle;
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
