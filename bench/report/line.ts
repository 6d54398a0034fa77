import type { Budget } from "../rows/row.ts";

/** `c` and `w` are times what `node -e 0` of the same Node uses. */
type Unit = "c" | "s" | "MiB";

/** What was found under one Node. */
export interface Cell {
  /** Absent: could not be measured; `detail` says why. */
  value?: number;
  /** Of the ratios, where the value is one. */
  p10p90?: readonly [number, number];
  w?: number;
  detail: string;
  /** Where a missed row spends its time. */
  profile?: string;
}

/** One row of the table: a whole process, by Node. */
export interface Line {
  name: string;
  unit: Unit;
  budget?: Budget;
  /** By Node's major version. */
  cells: Record<string, Cell>;
}

/** By how much a budget is missed, as a share of it; at or below zero it is met. */
export function missedBy(line: Line, major: string): number | undefined {
  const atMost = line.budget?.[major];
  const value = line.cells[major]?.value;
  return atMost === undefined || value === undefined ? undefined : value / atMost - 1;
}

export function isMissed(line: Line, major: string): boolean {
  return (missedBy(line, major) ?? 0) > 0;
}

/** Where the budgets of one Node stand, in one clause. */
export function summariseLines(lines: readonly Line[], major: string): string {
  const budgeted = lines.filter(({ budget }) => budget?.[major] !== undefined);
  const missed = budgeted.filter((line) => isMissed(line, major));
  const unknown = budgeted.filter((line) => missedBy(line, major) === undefined);
  const worst = Math.max(...missed.map((line) => missedBy(line, major) ?? 0));
  return [
    `Node ${major}: ${missed.length} of ${budgeted.length} budgets missed`,
    ...(missed.length === 0 ? [] : [`none by more than ${Math.ceil(worst * 100)} %`]),
    ...(unknown.length === 0 ? [] : [`${unknown.length} not measured`]),
  ].join(", ");
}

const decimals: Readonly<Record<Unit, number>> = { c: 2, s: 2, MiB: 1 };

/** A row's cells: its name, then what was found under each Node. */
export function cellsOfLine(line: Line, majors: readonly string[]): string[] {
  return [line.name, ...majors.flatMap((major) => cellsOfNode(line, major))];
}

export function headingsOfLines(majors: readonly string[]): string[] {
  const ofNode = (major: string) => [`Node ${major}`, "p10 to p90", "w", "budget", "verdict"];
  return ["row", ...majors.flatMap(ofNode)];
}

function cellsOfNode(line: Line, major: string): string[] {
  const { value, p10p90, w } = line.cells[major] ?? {};
  const atMost = line.budget?.[major];
  const unit = line.unit === "c" ? "" : ` ${line.unit}`;
  return [
    value === undefined ? "not measured" : `${value.toFixed(decimals[line.unit])}${unit}`,
    p10p90?.map((ratio) => ratio.toFixed(2)).join(" to ") ?? "",
    w?.toFixed(2) ?? "",
    atMost === undefined ? "" : `≤ ${atMost}`,
    verdictOf(missedBy(line, major), atMost),
  ];
}

function verdictOf(missed: number | undefined, atMost: number | undefined): string {
  if (atMost === undefined) return "";
  if (missed === undefined) return "unknown";
  return missed > 0 ? `MISSED by ${Math.ceil(missed * 100)} %` : "met";
}
