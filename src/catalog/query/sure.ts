import { type Columns, doubtful } from "../prepared/columns.ts";
import type { CatalogView } from "../view.ts";
import { lacks, type Values } from "../words/lost-values.ts";
import type { Narrow } from "./narrow.ts";
import { listed } from "./passing-rows.ts";

interface Catalog extends Pick<CatalogView, "modelAt"> {
  columns: Columns;
}

/** One after the other. */
export function both(one: Narrow, other: Narrow): Narrow {
  return (passing) => {
    one(passing);
    other(passing);
  };
}

/** Leaves out rows that lack one of the values because nobody knows it: what is unknown is not missing. */
export function sureOf(catalog: Catalog, values: Values): Narrow {
  const { capabilities: column } = catalog.columns;
  return (passing) => {
    const rows = listed(passing);
    const sure = rows.filter((row) => {
      if (((column[row] as number) & doubtful) === 0) return true;
      return !lacks(catalog.modelAt(row), values);
    });
    rows.set(sure);
    passing.count = sure.length;
  };
}
