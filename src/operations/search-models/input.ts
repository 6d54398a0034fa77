import { type FilterInput, filterFields } from "../../catalog/query/filter-fields.ts";
import { listSorts } from "../../catalog/query/sort.ts";
import { text } from "../../catalog/words/field.ts";
import { descending, limit, requestsOrCount, sort, usage } from "../common-fields.ts";
import type { Fields } from "../field.ts";

export const searchSorts = ["relevance", ...listSorts] as const;

export interface SearchModelsInput extends FilterInput {
  query: string;
  /** `relevance` if not given; `cost` needs a usage. */
  sort?: (typeof searchSorts)[number];
  descending?: boolean;
  /** Most rows to give; all if not given. */
  limit?: number;
}

export const searchModelsFields: Fields<SearchModelsInput> = {
  query: { kind: text("words"), about: "parts of a name, an id or a provider", isNeeded: true },
  ...filterFields,
  usage,
  requests: requestsOrCount,
  sort: sort(searchSorts),
  descending,
  limit,
};
