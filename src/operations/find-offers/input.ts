import { type FilterInput, filterFields } from "../../catalog/query/filter-fields.ts";
import { type CostOrder, costSorts } from "../arranged-costs.ts";
import { descending, limit, model, requestsOrCount, sort, usage } from "../common-fields.ts";
import type { Fields } from "../field.ts";

export interface FindOffersInput extends FilterInput, CostOrder {
  /** `provider/id`, or a bare id. */
  model: string;
}

export const findOffersFields: Fields<FindOffersInput> = {
  model,
  ...filterFields,
  usage,
  requests: requestsOrCount,
  sort: sort(costSorts),
  descending,
  limit,
};
