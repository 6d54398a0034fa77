type Unit = "MB" | "ns" | "ms" | "of 50" | "packages";

type Limit = { atMost: number } | { atLeast: number };

/** One row of what is measured with one Node alone, in one process or not in any. */
export interface Measure {
  name: string;
  /** Absent: could not be measured; `detail` says why. */
  value?: number;
  unit: Unit;
  /** Absent: shown because it belongs to the picture. */
  budget?: Limit;
  detail: string;
}

function isMissed({ value, budget }: Measure): boolean {
  if (budget === undefined || value === undefined) return false;
  return "atMost" in budget ? value > budget.atMost : value < budget.atLeast;
}

/** Where the budgets stand, in one clause. */
export function summarise(measures: readonly Measure[]): string {
  const budgeted = measures.filter(({ budget }) => budget !== undefined);
  const unknown = budgeted.filter(({ value }) => value === undefined).length;
  const missed = `${budgeted.filter(isMissed).length} of ${budgeted.length} budgets missed`;
  return unknown === 0 ? missed : `${missed}, ${unknown} not measured`;
}

const decimals: Readonly<Record<Unit, number>> = { MB: 2, ns: 0, ms: 3, "of 50": 1, packages: 0 };

/** The cells of one row. */
export function cellsOf(measure: Measure): string[] {
  const { name, value, unit, budget, detail } = measure;
  const shown = value === undefined ? "not measured" : `${value.toFixed(decimals[unit])} ${unit}`;
  return [name, shown, showBudget(budget), showVerdict(measure), detail];
}

export const headings = ["measure", "result", "budget", "verdict", "detail"];

function showBudget(budget: Limit | undefined): string {
  if (budget === undefined) return "";
  return "atMost" in budget ? `≤ ${budget.atMost}` : `≥ ${budget.atLeast}`;
}

function showVerdict(measure: Measure): string {
  if (measure.budget === undefined) return "";
  if (measure.value === undefined) return "unknown";
  return isMissed(measure) ? "MISSED" : "met";
}
