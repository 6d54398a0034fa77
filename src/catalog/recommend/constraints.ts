import { capabilities, modalities, toMask } from "../words/capability.ts";
import { kinds } from "../inferred/kind.ts";
import type { Columns } from "../prepared/columns.ts";
import { conditionsOf, shownStatuses } from "../query/conditions.ts";
import type { FilteredCatalog, ModelFilter } from "../query/filter-fields.ts";
import { atLeast, bits, flagged, flagsOf, type Narrow } from "../query/narrow.ts";
import { allRows, listed, type PassingRows } from "../query/passing-rows.ts";
import type { UseCase } from "./use-cases.ts";

/** A hard constraint, and how many rows it removed that had passed all before it. */
export interface Removed {
  constraint: string;
  count: number;
}

interface Constraint {
  constraint: string;
  tests: Narrow[];
}

/** What a recommendation is limited to, beside the filters of a list. */
export interface Limits {
  /** Makers, not sellers; names as in `columns.makers`. */
  maker?: string[];
  notMaker?: string[];
}

/** Rows that meet constraints, and how many each removed. */
export interface Constrained {
  rows: Uint32Array;
  removed: Removed[];
}

/**
 * The rows that meet all constraints, and how many each removed, in the order in which they were applied. Where `usable`
 * is given it is narrowed in its place.
 */
export function applyConstraints(
  catalog: FilteredCatalog,
  filter: ModelFilter,
  useCase: UseCase,
  limits: Limits,
  usable = usableRows(catalog, filter, useCase),
): Constrained {
  const { rows, removed } = usable;
  const passing = { rows, count: rows.length, isAll: false };
  const constraints = conditionsOf(catalog, filter).map(({ reason, test }) => ({
    constraint: reason,
    tests: [test],
  }));
  apply([...constraints, ...makersOf(catalog.columns, limits)], passing, removed);
  return { rows: listed(passing), removed };
}

/** What every question about a use case begins with: the rows that are of use, and are offered in a way that is shown. */
export function usableRows(
  catalog: FilteredCatalog,
  filter: ModelFilter,
  useCase: UseCase,
): Constrained {
  const { columns } = catalog;
  const passing = allRows(columns.rowCount);
  const removed: Removed[] = [];
  const shown = {
    constraint: filter.status === undefined ? "deprecated" : "--status",
    tests: [flagged(columns.status, shownStatuses(catalog, filter), 1)],
  };
  apply([...needsOf(columns, useCase), shown], passing, removed);
  return { rows: listed(passing), removed };
}

/** The rows that are for a use case, whether they meet its other needs or not. */
export function rowsOfKind({ columns }: FilteredCatalog, useCase: UseCase): number[] {
  const passing = allRows(columns.rowCount);
  const [ofKind] = needsOf(columns, useCase);
  for (const test of ofKind?.tests ?? []) test(passing);
  return [...listed(passing)];
}

function apply(constraints: readonly Constraint[], passing: PassingRows, removed: Removed[]): void {
  for (const { constraint, tests } of constraints) {
    const before = passing.count;
    for (const test of tests) test(passing);
    const count = before - passing.count;
    if (count > 0) removed.push({ constraint, count });
  }
}

function needsOf(columns: Columns, useCase: UseCase): Constraint[] {
  const { kind, needs, takes, minContext } = useCase;
  const { inputModalities, outputModalities } = columns;
  const needed = toMask(capabilities, needs);
  const isImage = kind === "image-giving";
  const given = isImage ? ["image" as const] : kind === "chat" ? ["text" as const] : [];
  const ofKind = isImage ? [] : [flagged(columns.kind, flagsOf(kinds, [kind], 0), 1)];
  const found: Constraint[] = [
    {
      constraint: isImage ? "gives images" : `is for ${kind}`,
      tests: [bits(outputModalities, toMask(modalities, given), true), ...ofKind],
    },
    {
      constraint: `takes ${takes.join(" and ")}`,
      tests: [bits(inputModalities, toMask(modalities, takes), true)],
    },
  ];
  if (needed !== 0) {
    found.push({
      constraint: `has ${needs.join(" and ")}`,
      tests: [bits(columns.capabilities, needed, true)],
    });
  }
  if (minContext > 0) {
    found.push({
      constraint: `context of at least ${minContext}`,
      tests: [atLeast(columns.context, minContext)],
    });
  }
  return found;
}

function makersOf(columns: Columns, { maker, notMaker }: Limits): Constraint[] {
  const found: Constraint[] = [];
  const of = (names: readonly string[], expected: 0 | 1): Narrow[] => [
    flagged(columns.maker, flagsOf(columns.makers, names, 1), expected),
  ];
  if (maker !== undefined) found.push({ constraint: "--maker", tests: of(maker, 1) });
  if (notMaker !== undefined) found.push({ constraint: "--not-maker", tests: of(notMaker, 0) });
  return found;
}
