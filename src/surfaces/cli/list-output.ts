import { ownEntry } from "../../catalog/words/own-entry.ts";
import type { Outcome } from "../../operations/operation.ts";
import type { CliContext } from "./context.ts";
import { descending, limit, sort } from "../../operations/common-fields.ts";
import { flagsOf } from "./field-flags.ts";
import type { Flag } from "./flag.ts";
import { type FormatOptions, formatFlag, readFormat } from "./format-flag.ts";
import { checkFields, flatten, selectFields } from "../../operations/projection.ts";
import { rendered } from "./render/formats.ts";
import { renderTable, type TableColumn } from "./render/table.ts";

/** Flags of every command that gives a list. */
export function listFlags(sortKeys: readonly string[]): Flag[] {
  const group = "Output:";
  return [
    formatFlag("list", group),
    {
      name: "--fields",
      takes: {
        shown: "names",
        isList: true,
        read: (value) => value.split(",").map((one) => one.trim()),
      },
      about: "only these fields, comma between them",
      group,
    },
    ...flagsOf({ sort: sort(sortKeys) }, group),
    { name: "--desc", about: descending.about, group },
    ...flagsOf({ limit }, group),
    { name: "--no-pager", about: "print long lists in one go", group },
  ];
}

export interface ListOutputOptions extends FormatOptions {
  fields?: string[];
  pager?: boolean;
}

export interface ListShape<Row> {
  /** All fields that can be selected, in the order in which flat formats show them. */
  fields: readonly string[];
  columns: TableColumn<Row>[];
  /** Said on stderr where a person gets an empty table; undefined where it has been said already. */
  nothing: string | undefined;
}

/** The fields of a row that are shown, for what is said of them: all, those asked for, or those of the table's columns. */
export function shownFields(
  options: ListOutputOptions,
  ofTable: readonly string[],
): { shown?: string[] } {
  const { fields } = options;
  if (fields === undefined && readFormat(options, "table") !== "table") return {};
  const shown = fields ?? ofTable;
  // a cost is worked out from the price
  const isCosted = shown.some((field) => field.startsWith("cost"));
  return { shown: isCosted ? [...shown, "price"] : [...shown] };
}

/** Prints a list in the format asked for: a table if none is. */
export async function printList<Row extends object>(
  context: CliContext,
  outcome: Outcome<Row[]>,
  options: ListOutputOptions,
  shape: ListShape<Row>,
): Promise<void> {
  const { fields } = options;
  if (fields !== undefined) checkFields(fields, shape.fields);
  const rows = outcome.result;
  const selected = (): object[] =>
    fields === undefined ? rows : rows.map((row) => selectFields(row, fields));
  const flatFields = fields === undefined ? shape.fields : expand(fields, shape.fields);
  const format = readFormat(options, "table");
  context.report(outcome);
  if (format === "json") return context.printJson({ ...outcome, result: selected() });
  const written = rendered(format, {
    value: selected,
    cells: () => ({ rows: rows.map((row) => flatten(row)), fields: flatFields }),
  });
  if (written !== undefined) return context.print(await written);
  await printTable(context, rows, fields === undefined ? shape.columns : chosen(flatFields), {
    pager: options.pager !== false,
    // of a catalog without models that has been said
    nothing: outcome.catalog?.models === 0 ? undefined : shape.nothing,
  });
}

async function printTable<Row extends object>(
  context: CliContext,
  rows: readonly Row[],
  columns: TableColumn<Row>[],
  { pager, nothing }: { pager: boolean; nothing: string | undefined },
): Promise<void> {
  if (rows.length === 0) return nothing === undefined ? undefined : context.note(nothing);
  const text = await renderTable(rows, columns, context.style, context.width);
  const { terminal, environment } = context.machine;
  const height = terminal.out.rows ?? 0;
  const command = environment.get("MODELFORGE_PAGER") ?? environment.get("PAGER") ?? "less";
  const isLong = terminal.out.isTerminal && height > 0 && rows.length + 2 > height;
  if (pager && isLong && command !== "cat" && environment.get("TERM") !== "dumb") {
    if (await terminal.page(text, command)) return;
  }
  context.print(text);
}

function chosen<Row extends object>(fields: readonly string[]): TableColumn<Row>[] {
  return fields.map((field) => ({
    title: field,
    value: (row) => {
      const value = ownEntry(flatten(row), field);
      if (value === null || value === undefined) return "";
      return typeof value === "string" ? value : JSON.stringify(value);
    },
  }));
}

/** `price` → price.input, price.output, … */
function expand(fields: readonly string[], known: readonly string[]): string[] {
  return fields.flatMap((field) =>
    known.includes(field) ? [field] : known.filter((one) => one.startsWith(`${field}.`)),
  );
}
