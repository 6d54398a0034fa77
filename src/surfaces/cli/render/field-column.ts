import { ownEntry } from "../../../catalog/words/own-entry.ts";
import { flatten } from "../../../operations/projection.ts";
import type { TableColumn } from "./table.ts";

/** A column for a field by its path, as flat formats show it. */
export function fieldColumn<Row extends object>(field: string): TableColumn<Row> {
  return {
    title: field,
    shows: [field],
    value: (row) => {
      const value = ownEntry(flatten(row), field);
      if (value === null || value === undefined) return "";
      return typeof value === "string" ? value : JSON.stringify(value);
    },
  };
}
