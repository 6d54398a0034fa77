import type { Outcome } from "../../operations/operation.ts";
import type { CliContext } from "./context.ts";
import { descending, limit, sort } from "../../operations/common-fields.ts";
import { flagsOf } from "./field-flags.ts";
import type { Flag } from "./flag.ts";
import { type FormatOptions, formatFlag, readFormat } from "./format-flag.ts";
import { checkFields, flatten, selectFields } from "../../operations/projection.ts";
import { rendered } from "./render/formats.ts";
import { fieldColumn } from "./render/field-column.ts";
import { noPager, noteHidden, printPaged } from "./printed-text.ts";
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
    { ...noPager, group },
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
  columns: readonly Pick<TableColumn<never>, "shows">[],
): { shown?: string[] } {
  const { fields } = options;
  if (fields === undefined && readFormat(options, "table") !== "table") return {};
  const shown = fields ?? columns.flatMap(({ shows = [] }) => shows);
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
    rows: selected,
    cells: () => ({ rows: rows.map((row) => flatten(row)), fields: flatFields }),
  });
  if (written !== undefined) return context.print(await written);
  const columns = fields === undefined ? shape.columns : flatFields.map(fieldColumn<Row>);
  await printTable(context, rows, columns, {
    pager: options.pager !== false,
    wayToMore: fields === undefined ? "--fields" : "fewer --fields",
    // of a catalog without models that has been said
    nothing: outcome.catalog?.models === 0 ? undefined : shape.nothing,
  });
}

async function printTable<Row extends object>(
  context: CliContext,
  rows: readonly Row[],
  columns: TableColumn<Row>[],
  { pager, wayToMore, nothing }: { pager: boolean; wayToMore: string; nothing: string | undefined },
): Promise<void> {
  if (rows.length === 0) return nothing === undefined ? undefined : context.note(nothing);
  const hidden: string[] = [];
  const text = await renderTable(rows, columns, context.style, context.width, hidden);
  noteHidden(context, hidden, `${wayToMore} or a wider terminal`);
  await printPaged(context, text, rows.length, pager);
}

/** `price` → price.input, price.output, … */
function expand(fields: readonly string[], known: readonly string[]): string[] {
  return fields.flatMap((field) =>
    known.includes(field) ? [field] : known.filter((one) => one.startsWith(`${field}.`)),
  );
}
