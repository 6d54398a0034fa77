import {
  type Capability,
  capabilities,
  type Modality,
  modalities,
  toMask,
} from "../capability.ts";
import { costOfRequest, type Usage } from "../cost.ts";
import { dateKey } from "../dates.ts";
import type { Price } from "../price.ts";
import type { Columns } from "../prepared/columns.ts";

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
  const passes = compile(columns, filter);
  const statusPasses = compileStatus(columns, filter.status);
  const ceiling = compileCeiling(columns, filter, priceOf);
  const found: FilteredRows = { rows: [], hiddenDeprecated: 0, hiddenUnpriced: 0 };
  const count = among?.length ?? columns.rowCount;
  for (let position = 0; position < count; position += 1) {
    const row = among === undefined ? position : (among[position] as number);
    if (!passes(row)) continue;
    const visible = statusPasses(row);
    if (!visible && filter.status !== undefined) continue;
    const verdict = ceiling === undefined ? "within" : ceiling(row);
    if (verdict === "above") continue;
    const hiddenByPrice = verdict === "unknown" && filter.includeUnpriced !== true;
    if (hiddenByPrice) {
      if (visible) found.hiddenUnpriced += 1;
    } else if (visible) found.rows.push(row);
    else found.hiddenDeprecated += 1;
  }
  return found;
}

/** One condition, and what to say of a row that fails it. */
interface Condition {
  reason: string;
  passes: (row: number) => boolean;
}

function compile(columns: Columns, filter: ModelFilter): (row: number) => boolean {
  const tests = conditionsOf(columns, filter).map(({ passes }) => passes);
  if (tests.length === 0) return () => true;
  return (row) => tests.every((test) => test(row));
}

/** Why a row does not pass, in the words of the flags; empty where it passes. */
export function explainHidden(
  columns: Columns,
  filter: ModelFilter,
  row: number,
  priceOf: (row: number) => Price | null,
): string[] {
  const reasons = conditionsOf(columns, filter)
    .filter(({ passes }) => !passes(row))
    .map(({ reason }) => reason);
  if (!compileStatus(columns, filter.status)(row)) {
    reasons.push(filter.status === undefined ? "it is deprecated" : "--status");
  }
  const verdict = compileCeiling(columns, filter, priceOf)?.(row) ?? "within";
  if (verdict === "above") reasons.push("it costs more");
  if (verdict === "unknown" && filter.includeUnpriced !== true) reasons.push("its price is unknown");
  return reasons;
}

function conditionsOf(columns: Columns, filter: ModelFilter): Condition[] {
  const found: Condition[] = [];
  const add = (reason: string, passes: Condition["passes"]): void => {
    found.push({ reason, passes });
  };
  addNameConditions(add, columns, filter);
  const { capabilities: able } = columns;
  const weights = toMask(capabilities, ["open-weights"]);
  addBits(add, "--capability", able, toMask(capabilities, filter.capability ?? []));
  addNoBits(add, "--without", able, toMask(capabilities, filter.without ?? []));
  if (filter.openWeights === true) addBits(add, "--open-weights", able, weights);
  if (filter.openWeights === false) addNoBits(add, "--open-weights no", able, weights);
  const { inputModalities, outputModalities } = columns;
  const input = toMask(modalities, filter.inputModality ?? []);
  addBits(add, "--input-modality", inputModalities, input);
  const output = toMask(modalities, filter.outputModality ?? []);
  addBits(add, "--output-modality", outputModalities, output);
  addLeast(add, "--min-context", columns.context, filter.minContext);
  addLeast(add, "--min-output", columns.output, filter.minOutput);
  addLeast(add, "--released-after", columns.released, dateBound(filter.releasedAfter));
  addLeast(add, "--knowledge-after", columns.knowledge, dateBound(filter.knowledgeAfter));
  const before = dateBound(filter.releasedBefore);
  if (before !== undefined) {
    const { released } = columns;
    add(
      "--released-before",
      (row) => released[row] !== 0 && (released[row] as number) <= before,
    );
  }
  if (filter.free === true) {
    const { inputPrice, outputPrice } = columns;
    add("--free", (row) => inputPrice[row] === 0 && outputPrice[row] === 0);
  }
  return found;
}

type Add = (reason: string, passes: Condition["passes"]) => void;

function addNameConditions(add: Add, columns: Columns, filter: ModelFilter): void {
  const { provider, providers, family, families } = columns;
  const oneOf = (
    reason: string,
    [column, names, shift]: [Uint32Array, string[], number],
    wanted: string[] | undefined,
    expected: number,
  ): void => {
    if (wanted === undefined) return;
    const flags = flagsOf(names, wanted, shift);
    add(reason, (row) => flags[column[row] as number] === expected);
  };
  oneOf("--provider", [provider, providers, 0], filter.provider, 1);
  oneOf("--not-provider", [provider, providers, 0], filter.notProvider, 0);
  oneOf("--configured", [provider, providers, 0], filter.configured, 1);
  oneOf("--family", [family, families, 1], filter.family, 1);
}

function dateBound(date: string | undefined): number | undefined {
  return date === undefined ? undefined : dateKey(date);
}

function addBits(add: Add, reason: string, column: Uint8Array | Uint16Array, mask: number): void {
  if (mask !== 0) add(reason, (row) => ((column[row] as number) & mask) === mask);
}

function addNoBits(add: Add, reason: string, column: Uint16Array, mask: number): void {
  if (mask !== 0) add(reason, (row) => ((column[row] as number) & mask) === 0);
}

// unknown is 0 and below every bound
function addLeast(
  add: Add,
  reason: string,
  column: Uint32Array,
  bound: number | undefined,
): void {
  if (bound !== undefined) {
    add(reason, (row) => column[row] !== 0 && (column[row] as number) >= bound);
  }
}

function flagsOf(names: readonly string[], wanted: readonly string[], shift: number): Uint8Array {
  const flags = new Uint8Array(names.length + shift);
  for (const name of wanted) {
    const position = names.indexOf(name);
    if (position >= 0) flags[position + shift] = 1;
  }
  return flags;
}

function compileStatus(
  columns: Columns,
  wanted: readonly string[] | undefined,
): (row: number) => boolean {
  const { status, statuses } = columns;
  if (wanted === undefined) {
    const deprecated = statuses.indexOf("deprecated") + 1;
    return deprecated === 0 ? () => true : (row) => status[row] !== deprecated;
  }
  if (wanted.includes("all")) return () => true;
  const flags = flagsOf(statuses, wanted, 1);
  flags[0] = wanted.includes("stable") ? 1 : 0;
  return (row) => flags[status[row] as number] === 1;
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
      const cost = costOfRequest(priceOf(row), maxCost.usage);
      if (cost === null) return "unknown";
      return cost * maxCost.requests <= maxCost.usd ? "within" : "above";
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
