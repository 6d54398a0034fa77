import type { Capability, Modality } from "../words/capability.ts";
import { estimateCost } from "../cost/estimate-cost.ts";
import type { Usage } from "../cost/usage.ts";
import type { Columns } from "../prepared/columns.ts";
import type { Price } from "../words/price.ts";
import { type Condition, conditionsOf, flagsOf } from "./conditions.ts";

/** Conditions on rows, joined by AND. Repeated values join by AND for capabilities and modalities, by OR elsewhere. */
export interface ModelFilter {
  /** Provider ids as the catalog writes them. */
  provider?: string[];
  notProvider?: string[];
  capability?: Capability[];
  /** Capabilities a row must lack. */
  without?: Capability[];
  inputModality?: Modality[];
  outputModality?: Modality[];
  /** USD per 1,000,000 input tokens; rows without a listed price are left out and counted. */
  maxPrice?: number;
  /** USD per 1,000,000 output tokens. */
  maxOutputPrice?: number;
  /** USD for `usage` times `requests`. */
  maxCost?: { usd: number; usage: Usage; requests: number };
  /** Input and output both at 0. */
  free?: boolean;
  /** Tokens. */
  minContext?: number;
  minOutput?: number;
  /** `YYYY-MM-DD` or `YYYY-MM`, the day itself included; rows without a date are left out. */
  releasedAfter?: string;
  releasedBefore?: string;
  knowledgeAfter?: string;
  family?: string[];
  openWeights?: boolean;
  /** `alpha`, `beta`, `deprecated`, `stable` (none named) or `all`. Without it: all but deprecated. */
  status?: string[];
  /** Provider ids the person holds a credential for; no others pass. */
  configured?: string[];
  /** Keeps rows whose price a ceiling would need but the catalog does not list. */
  includeUnpriced?: boolean;
}

export interface FilteredRows {
  /** Rows that pass. */
  rows: number[];
  /** Rows that pass everything else and are left out only because they are deprecated. */
  hiddenDeprecated: number;
  /** Rows that pass everything else and are left out only because their price is not listed. */
  hiddenUnpriced: number;
}

/**
 * The rows that pass, of all rows or of those given, in the order given.
 * `priceOf` is asked only for rows that passed everything else.
 */
export function filterRows(
  columns: Columns,
  filter: ModelFilter,
  priceOf: (row: number) => Price | null,
  among?: readonly number[],
): FilteredRows {
  const passing = rowsPassing(columns, conditionsOf(columns, filter));
  const visible = visibleRows(columns, filter.status);
  const ceiling = compileCeiling(columns, filter, priceOf);
  const found: FilteredRows = { rows: [], hiddenDeprecated: 0, hiddenUnpriced: 0 };
  const count = among?.length ?? columns.rowCount;
  for (let position = 0; position < count; position += 1) {
    const row = among === undefined ? position : (among[position] as number);
    if (passing[row] === 0) continue;
    const isVisible = visible[row] === 1;
    if (!isVisible && filter.status !== undefined) continue;
    const verdict = ceiling === undefined ? "within" : ceiling(row);
    if (verdict === "above") continue;
    if (verdict === "unknown" && filter.includeUnpriced !== true) {
      if (isVisible) found.hiddenUnpriced += 1;
    } else if (isVisible) found.rows.push(row);
    else found.hiddenDeprecated += 1;
  }
  return found;
}

function rowsPassing(columns: Columns, conditions: readonly Condition[]): Uint8Array {
  const passing = new Uint8Array(columns.rowCount).fill(1);
  for (const { narrow } of conditions) narrow(passing);
  return passing;
}

/** Why a row does not pass, in the words of the flags; empty where it passes. */
export function explainHidden(
  columns: Columns,
  filter: ModelFilter,
  row: number,
  priceOf: (row: number) => Price | null,
): string[] {
  const reasons = conditionsOf(columns, filter)
    .filter((condition) => rowsPassing(columns, [condition])[row] === 0)
    .map(({ reason }) => reason);
  if (visibleRows(columns, filter.status)[row] === 0) {
    reasons.push(filter.status === undefined ? "it is deprecated" : "--status");
  }
  const verdict = compileCeiling(columns, filter, priceOf)?.(row) ?? "within";
  if (verdict === "above") reasons.push("it costs more");
  if (verdict === "unknown" && filter.includeUnpriced !== true)
    reasons.push("its price is unknown");
  return reasons;
}

function visibleRows(columns: Columns, wanted: readonly string[] | undefined): Uint8Array {
  const { status, statuses, rowCount } = columns;
  const visible = new Uint8Array(rowCount).fill(1);
  if (wanted?.includes("all") === true) return visible;
  const shown = flagsOf(statuses, wanted ?? statuses.filter((name) => name !== "deprecated"), 1);
  shown[0] = wanted === undefined || wanted.includes("stable") ? 1 : 0;
  for (let row = 0; row < rowCount; row += 1) visible[row] = shown[status[row] as number] as number;
  return visible;
}

type Verdict = "within" | "above" | "unknown";

function compileCeiling(
  columns: Columns,
  filter: ModelFilter,
  priceOf: (row: number) => Price | null,
): ((row: number) => Verdict) | undefined {
  const tests: ((row: number) => Verdict)[] = [];
  const below = (column: Float64Array, bound: number) => (row: number) => {
    const price = column[row] as number;
    if (Number.isNaN(price)) return "unknown";
    return price <= bound ? "within" : "above";
  };
  if (filter.maxPrice !== undefined) tests.push(below(columns.inputPrice, filter.maxPrice));
  if (filter.maxOutputPrice !== undefined) {
    tests.push(below(columns.outputPrice, filter.maxOutputPrice));
  }
  const { maxCost } = filter;
  if (maxCost !== undefined) {
    tests.push((row) => {
      // all requests as those of one month: the sum is then rounded once
      const cost = estimateCost({ ref: "", price: priceOf(row) }, maxCost.usage, {
        count: maxCost.requests,
        per: "month",
      });
      if ((cost.perMonth ?? 0) > maxCost.usd) return "above";
      return cost.complete ? "within" : "unknown";
    });
  }
  if (tests.length === 0) return undefined;
  return (row) => {
    let verdict: Verdict = "within";
    for (const test of tests) {
      const one = test(row);
      if (one === "above") return "above";
      if (one === "unknown") verdict = "unknown";
    }
    return verdict;
  };
}
