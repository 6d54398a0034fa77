import { flagName } from "../words/field.ts";
import type { Ceiling } from "./ceilings.ts";
import {
  type FilteredCatalog,
  filterFields,
  type FilterName,
  filterNames,
  type ModelFilter,
} from "./filter-fields.ts";
import { flagsOf, type Narrow } from "./narrow.ts";
import type { Values } from "../words/lost-values.ts";

/** Something a row has to meet, and what to say of one that fails it. */
interface Condition<Test> {
  name: FilterName;
  reason: string;
  test: Test;
}

/** A row of the table, whichever it is. */
interface Row {
  narrow?(catalog: FilteredCatalog, wanted: unknown): Narrow | undefined;
  judge?(catalog: FilteredCatalog, wanted: unknown): Ceiling;
  goesBy?: Values | ((wanted: never) => Values);
}

/** The conditions that a row meets or does not; status and ceilings are not among them. */
export function conditionsOf(catalog: FilteredCatalog, filter: ModelFilter): Condition<Narrow>[] {
  return compile(filter, ({ narrow }, wanted) => narrow?.(catalog, wanted));
}

/** Ceilings, of which a row may be neither above nor below. */
export function ceilingsOf(catalog: FilteredCatalog, filter: ModelFilter): Condition<Ceiling>[] {
  return compile(filter, ({ judge }, wanted) => judge?.(catalog, wanted));
}

function compile<Test>(
  filter: ModelFilter,
  testOf: (row: Row, wanted: unknown) => Test | undefined,
): Condition<Test>[] {
  const found: Condition<Test>[] = [];
  for (const name of filterNames) {
    const wanted = filter[name];
    const test = wanted === undefined ? undefined : testOf(rowOf(name), wanted);
    if (test !== undefined) found.push({ name, reason: flagName(name), test });
  }
  return found;
}

/** The values of a row that a filter goes by. */
export function valuesOfFilter(filter: ModelFilter): string[] {
  return filterNames.flatMap((name) => valuesOf(name, filter));
}

/** The same of one condition of it. */
export function valuesOf(name: FilterName, filter: ModelFilter): Values {
  const { goesBy = [] } = rowOf(name);
  const wanted = filter[name];
  if (wanted === undefined) return [];
  return typeof goesBy === "function" ? goesBy(wanted as never) : goesBy;
}

function rowOf(name: FilterName): Row {
  return filterFields[name];
}

/** 1 for each status that is shown, by its number in the column: all but deprecated if none is asked for. */
export function shownStatuses(
  { columns: { statuses } }: FilteredCatalog,
  { status: wanted }: ModelFilter,
): Uint8Array {
  if (wanted?.includes("all") === true) return flagsOf(statuses, statuses, 1).fill(1, 0, 1);
  const shown = flagsOf(statuses, wanted ?? statuses.filter((name) => name !== "deprecated"), 1);
  shown[0] = wanted === undefined || wanted.includes("stable") ? 1 : 0;
  return shown;
}
