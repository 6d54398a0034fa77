import { capabilities, modalities, toMask } from "../words/capability.ts";
import { kinds } from "../inferred/kind.ts";
import type { Columns } from "../prepared/columns.ts";
import { conditionsOf, visibleRows } from "../query/conditions.ts";
import type { FilteredCatalog, ModelFilter } from "../query/filter-fields.ts";
import { flagsOf } from "../query/narrow.ts";
import type { UseCase } from "./use-cases.ts";

/** A hard constraint, and how many rows it removed that had passed all before it. */
export interface Removed {
  constraint: string;
  count: number;
}

interface Constraint {
  constraint: string;
  passes(row: number): boolean;
}

/** What a recommendation is limited to, beside the filters of a list. */
export interface Limits {
  /** Makers, not sellers; names as in `columns.makers`. */
  maker?: string[];
  notMaker?: string[];
}

/** The rows that meet all constraints, and how many each removed, in the order in which they were applied. */
export function applyConstraints(
  catalog: FilteredCatalog,
  filter: ModelFilter,
  useCase: UseCase,
  limits: Limits,
): { rows: number[]; removed: Removed[] } {
  const { columns } = catalog;
  const passing = new Uint8Array(columns.rowCount).fill(1);
  const removed: Removed[] = [];
  let left = columns.rowCount;
  const note = (constraint: string): void => {
    let count = 0;
    for (const flag of passing) count += flag;
    if (count < left) removed.push({ constraint, count: left - count });
    left = count;
  };
  for (const { constraint, passes } of needsOf(columns, useCase)) {
    narrow(passing, passes);
    note(constraint);
  }
  const visible = visibleRows(catalog, filter);
  narrow(passing, (row) => visible[row] === 1);
  note(filter.status === undefined ? "deprecated" : "--status");
  for (const { reason, test } of conditionsOf(catalog, filter)) {
    test(passing);
    note(reason);
  }
  for (const { constraint, passes } of makersOf(columns, limits)) {
    narrow(passing, passes);
    note(constraint);
  }
  const rows: number[] = [];
  passing.forEach((flag, row) => {
    if (flag === 1) rows.push(row);
  });
  return { rows, removed };
}

function narrow(passing: Uint8Array, passes: (row: number) => boolean): void {
  for (let row = 0; row < passing.length; row += 1) {
    if (passing[row] === 1 && !passes(row)) passing[row] = 0;
  }
}

function needsOf(columns: Columns, useCase: UseCase): Constraint[] {
  const { kind, needs, takes, minContext } = useCase;
  const needed = toMask(capabilities, needs);
  const taken = toMask(modalities, takes);
  const text = toMask(modalities, ["text"]);
  const image = toMask(modalities, ["image"]);
  const given = kind === "image-giving" ? image : kind === "chat" ? text : 0;
  const found: Constraint[] = [
    {
      constraint: kind === "image-giving" ? "gives images" : `is for ${kind}`,
      passes: (row) =>
        ((columns.outputModalities[row] as number) & given) === given &&
        (kind === "image-giving" || kinds[columns.kind[row] as number] === kind),
    },
    {
      constraint: `takes ${takes.join(" and ")}`,
      passes: (row) => ((columns.inputModalities[row] as number) & taken) === taken,
    },
  ];
  if (needed !== 0) {
    found.push({
      constraint: `has ${needs.join(" and ")}`,
      passes: (row) => ((columns.capabilities[row] as number) & needed) === needed,
    });
  }
  if (minContext > 0) {
    found.push({
      constraint: `context of at least ${minContext}`,
      passes: (row) => (columns.context[row] as number) >= minContext,
    });
  }
  return found;
}

function makersOf(columns: Columns, { maker, notMaker }: Limits): Constraint[] {
  const found: Constraint[] = [];
  if (maker !== undefined) {
    const wanted = flagsOf(columns.makers, maker, 1);
    found.push({
      constraint: "--maker",
      passes: (row) => wanted[columns.maker[row] as number] === 1,
    });
  }
  if (notMaker !== undefined) {
    const unwanted = flagsOf(columns.makers, notMaker, 1);
    found.push({
      constraint: "--not-maker",
      passes: (row) => unwanted[columns.maker[row] as number] === 0,
    });
  }
  return found;
}
