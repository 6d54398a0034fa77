import { capabilities, type Modality, modalities, toMask } from "../words/capability.ts";
import { roles } from "../inferred/sellers/role-names.ts";
import { kinds } from "../words/kinds.ts";
import type { Columns } from "../prepared/columns.ts";
import { conditionsOf, shownStatuses } from "../query/conditions.ts";
import type { FilteredCatalog, FilterName, ModelFilter } from "../query/filter-fields.ts";
import { fitting } from "../query/fitting.ts";
import { atLeast, bits, flagged, flagsOf, type Narrow } from "../query/narrow.ts";
import { allRows, listed, type PassingRows } from "../query/passing-rows.ts";
import { type Demand, limitNames } from "../cost/fit.ts";
import { ownEntry } from "../words/own-entry.ts";
import { exactSize, saidCondition, saidStatus } from "./said-condition.ts";
import { asMakersSay, makersMayDiffer } from "./as-makers-say.ts";
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
  { demand, ...limits }: Limits & { demand: Demand },
  usable = usableRows(catalog, filter, useCase, demand),
): Constrained {
  const { rows, removed } = usable;
  const passing = { rows, count: rows.length, isAll: false };
  const { columns } = catalog;
  const beyond = beyondNeeds(filter, useCase);
  const models = makersMayDiffer(beyond) ? asItsMakerSays(catalog) : catalog;
  const conditions = conditionsOf(models, beyond).flatMap(({ name, test }) => [
    ...(name === "minContext" && useCase.minContext > 0
      ? []
      : listedFirst(models.columns, filter, name)),
    { constraint: saidCondition(filter, name), tests: [test] },
  ]);
  apply([...conditions, ...makersOf(columns, limits)], passing, removed);
  return { rows: listed(passing), removed };
}

/** A catalog of what models are, not of what one seller lists of them. */
function asItsMakerSays(catalog: FilteredCatalog): FilteredCatalog {
  return {
    columns: asMakersSay(catalog.columns),
    refs: catalog.refs,
    modelAt: (row) => catalog.modelAt(row),
  };
}

/** What is asked for besides what the use case needs, which all usable rows have. */
function beyondNeeds(filter: ModelFilter, { needs }: UseCase): ModelFilter {
  const { capability, ...others } = filter;
  const more = capability?.filter((one) => !needs.includes(one)) ?? [];
  return more.length === 0 ? others : { ...others, capability: more };
}

/**
 * What every question about a use case begins with: the rows that are of use, are offered in a way that is shown, and
 * take a request.
 */
export function usableRows(
  catalog: FilteredCatalog,
  filter: ModelFilter,
  useCase: UseCase,
  demand: Demand,
): Constrained {
  const { columns } = catalog;
  const passing = allRows(columns.rowCount);
  const removed: Removed[] = [];
  const shown = {
    constraint: filter.status === undefined ? "deprecated" : saidStatus(filter.status),
    tests: [flagged(columns.status, shownStatuses(catalog, filter), 1)],
  };
  apply([...needsOf(columns, useCase), shown], passing, removed);
  const { takes } = useCase;
  // media beside text are listed carelessly by hosts
  if (takes.some((one) => one !== "text")) {
    const constraint = `takes ${takes.join(" and ")}, as its maker or most list it`;
    apply([{ constraint, tests: [listedToTake(columns, takes)] }], passing, removed);
  }
  const fits = limitNames
    .filter((limit) => demand[limit] > 0)
    .map((limit) => ({
      constraint: `takes ${exactSize(demand[limit])} tokens (${limit} limit)`,
      tests: [fitting(columns, demand, limit)],
    }));
  apply(fits, passing, removed);
  return { rows: listed(passing), removed };
}

/** Whether a row is for a use case, be its other needs met or not. */
export function isOfKind({ columns }: FilteredCatalog, useCase: UseCase): (row: number) => boolean {
  const kind = kinds.indexOf(useCase.kind);
  return (row) => columns.kind[row] === kind;
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
  const { inputModalities } = columns;
  const needed = toMask(capabilities, needs);
  const found: Constraint[] = [
    {
      constraint: `is for ${kind}`,
      tests: [flagged(columns.kind, flagsOf(kinds, [kind], 0), 1)],
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
    found.push({ constraint: "context not listed", tests: [atLeast(columns.context, 1)] });
    found.push({
      constraint: `context of at least ${exactSize(minContext)}`,
      tests: [atLeast(columns.context, minContext)],
    });
  }
  return found;
}

const notListed = {
  minContext: { what: "context", column: "context" },
  minOutput: { what: "output limit", column: "output" },
  releasedAfter: { what: "release date", column: "released" },
  releasedBefore: { what: "release date", column: "released" },
  knowledgeAfter: { what: "knowledge date", column: "knowledge" },
} as const;

/** What is not listed fails a condition on it as well, and is counted apart. */
function listedFirst(columns: Columns, filter: ModelFilter, name: FilterName): Constraint[] {
  const about = ownEntry(notListed, name);
  if (about === undefined || filter[name] === 0) return [];
  return [{ constraint: `${about.what} not listed`, tests: [atLeast(columns[about.column], 1)] }];
}

// what the maker lists and hardly anybody else does is a slip
const fewestWhoAgree = 1 / 5;

/**
 * Rows of models that take these media by what their maker lists, unless hardly anybody agrees; by what half of all
 * list where it does not sell them.
 */
function listedToTake(columns: Columns, takes: readonly Modality[]): Narrow {
  const { group, role, inputModalities, rowCount } = columns;
  const mask = toMask(modalities, takes);
  const makersRole = roles.indexOf("maker");
  // by group
  const all = new Uint32Array(rowCount);
  const agreeing = new Uint32Array(rowCount);
  const makersWord = new Int8Array(rowCount);
  for (let row = 0; row < rowCount; row += 1) {
    const of = group[row] as number;
    const takesAll = ((inputModalities[row] as number) & mask) === mask;
    all[of] = (all[of] as number) + 1;
    if (takesAll) agreeing[of] = (agreeing[of] as number) + 1;
    if (role[row] === makersRole) makersWord[of] = takesAll ? 1 : -1;
  }
  const isTaken = (of: number): boolean => {
    const word = makersWord[of] as number;
    const share = (agreeing[of] as number) / (all[of] as number);
    return word === 0 ? share >= 0.5 : word > 0 && share >= fewestWhoAgree;
  };
  return (passing) => {
    const rows = listed(passing);
    const kept = rows.filter((row) => isTaken(group[row] as number));
    rows.set(kept);
    passing.count = kept.length;
  };
}

function makersOf(columns: Columns, { maker, notMaker }: Limits): Constraint[] {
  const found: Constraint[] = [];
  const of = (names: readonly string[], expected: 0 | 1): Narrow[] => [
    flagged(columns.maker, flagsOf(columns.makers, names, 1), expected),
  ];
  if (maker !== undefined) {
    found.push({ constraint: `--maker ${maker.join(",")}`, tests: of(maker, 1) });
  }
  if (notMaker !== undefined) {
    found.push({ constraint: `--not-maker ${notMaker.join(",")}`, tests: of(notMaker, 0) });
  }
  return found;
}
