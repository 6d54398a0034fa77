import type { ModelFilter } from "./filter-fields.ts";
import { valuesOfFilter } from "./conditions.ts";
import type { listSorts } from "./sort.ts";
import { type Values, valuesOfFields } from "../words/lost-values.ts";

/** The values that an order goes by. */
export const valuesOfSort: Readonly<Record<(typeof listSorts)[number] | "relevance", Values>> = {
  relevance: [],
  ref: [],
  makers: ["releaseDate"],
  name: ["name"],
  price: ["price.input"],
  "output-price": ["price.output"],
  context: ["limits.context"],
  output: ["limits.output"],
  released: ["releaseDate"],
  knowledge: ["knowledge"],
  cost: ["price", "limits"],
  quality: ["releaseDate", "price", "limits", "capabilities"],
};

/** What rows are filtered and sorted by. */
export interface Chosen {
  filter: ModelFilter;
  sort: keyof typeof valuesOfSort;
  /** Values they are ranked by besides. */
  also?: Values;
  /** Gives the rows that were filtered, where that is asked for at all; all if not given. */
  among?: () => readonly number[] | Uint32Array;
  /** Tells of one row whether it was, where that is told more easily. */
  isAmong?: (row: number) => boolean;
}

/** The values that a choice of rows rests on: what is deprecated is left out unless it is asked for. */
export function valuesOfChoice({ filter, sort, also = [] }: Chosen): string[] {
  return [...valuesOfFilter(filter), ...valuesOfSort[sort], ...also, "status"];
}

/** The values that a list of them rests on, with those that are shown; undefined where all are. */
export function valuesOfList(chosen: Chosen, shown: Values | undefined): Values | undefined {
  return shown && [...valuesOfChoice(chosen), ...valuesOfFields(shown)];
}
