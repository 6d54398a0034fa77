import { type FilterInput, filterFields } from "../../catalog/query/filter-fields.ts";
import { listSorts } from "../../catalog/query/sort.ts";
import { descending, limit, requestsOrCount, sort, usage } from "../common-fields.ts";
import type { Fields } from "../field.ts";

export interface ListModelsInput extends FilterInput {
  /** `makers` if not given: rows of those who made what they sell first, newest first; `cost` needs a usage. */
  sort?: (typeof listSorts)[number];
  descending?: boolean;
  /** Most rows to give; all if not given. */
  limit?: number;
}

export const listModelsFields: Fields<ListModelsInput> = {
  ...filterFields,
  usage,
  requests: requestsOrCount,
  sort: sort(listSorts),
  descending,
  limit,
};
