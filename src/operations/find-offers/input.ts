import type { Requests } from "../../catalog/cost/usage.ts";
import { type FilterInput, filterFields } from "../../catalog/query/filter-fields.ts";
import { type CostOrder, costSorts } from "../arranged-costs.ts";
import { descending, limit, model, requests, sort, usage } from "../common-fields.ts";
import type { Fields } from "../field.ts";

export interface FindOffersInput extends Omit<FilterInput, "requests">, CostOrder {
  /** `provider/id`, or a bare id. */
  model: string;
  requests?: Requests;
}

export const findOffersFields: Fields<FindOffersInput> = {
  model,
  ...filterFields,
  usage,
  requests,
  sort: sort(costSorts),
  descending,
  limit,
};
