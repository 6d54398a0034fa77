import { touches, type Values } from "../../catalog/words/lost-values.ts";
import type { TableColumn } from "./render/table.ts";

/**
 * The columns of a list with those that a question is about: they never go where a table is too wide, and one is added
 * for a field that none shows. `fields`: those there are; `columnOf`: makes a column of one of them.
 */
export function spokenOf<Row>(
  columns: readonly TableColumn<Row>[],
  about: readonly Values[],
  fields: readonly string[] = [],
  columnOf?: (field: string) => TableColumn<Row>,
): TableColumn<Row>[] {
  const wanted = new Set<TableColumn<Row>>();
  const added: string[] = [];
  for (const values of about) {
    const shown = columnsFor(columns, values);
    for (const column of shown) wanted.add(column);
    const field = shown.length > 0 ? undefined : fieldFor(values, fields);
    if (field !== undefined && !added.includes(field)) added.push(field);
  }
  return [
    ...columns.map((column) => (wanted.has(column) ? neverGoing(column) : column)),
    ...(columnOf === undefined ? [] : added.map(columnOf)),
  ];
}

/** Those that show one of the values as it is, else those that show a part of one, or what it is a part of. */
function columnsFor<Row>(
  columns: readonly TableColumn<Row>[],
  values: Values,
): readonly TableColumn<Row>[] {
  const exact = columns.filter(({ shows }) => shows?.some((one) => values.includes(one)));
  if (exact.length > 0) return exact;
  return columns.filter(({ shows }) => shows?.some((one) => touches(one, values)));
}

function fieldFor(values: Values, fields: readonly string[]): string | undefined {
  return (
    values.find((one) => fields.includes(one)) ?? fields.find((field) => touches(field, values))
  );
}

function neverGoing<Row>(column: TableColumn<Row>): TableColumn<Row> {
  const { amountIfAsked } = column;
  const asked = { ...column, isAsked: true };
  const staying = amountIfAsked === undefined ? asked : { ...asked, amount: amountIfAsked };
  delete staying.importance;
  return staying;
}
