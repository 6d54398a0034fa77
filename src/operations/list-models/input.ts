import { type FilterInput, filterFields } from "../../catalog/query/filter-fields.ts";
import { type SortKey, sortKeys } from "../../catalog/query/sort.ts";
import { descending, limit, requestCount, sort, usage } from "../common-fields.ts";
import type { Fields } from "../field.ts";

export interface ListModelsInput extends FilterInput {
  /** `ref` if not given. */
  sort?: SortKey;
  descending?: boolean;
  /** Most rows to give; all if not given. */
  limit?: number;
}

export const listModelsFields: Fields<ListModelsInput> = {
  ...filterFields,
  usage,
  requests: requestCount,
  sort: sort(sortKeys),
  descending,
  limit,
};
