import type { Requests } from "../../catalog/cost/usage.ts";
import { type FilterInput, filterFields } from "../../catalog/query/filter-fields.ts";
import { model, requests, usage } from "../common-fields.ts";
import type { Fields } from "../field.ts";

export interface FindOffersInput extends Omit<FilterInput, "requests"> {
  /** `provider/id`, or a bare id. */
  model: string;
  requests?: Requests;
}

export const findOffersFields: Fields<FindOffersInput> = {
  model,
  ...filterFields,
  usage,
  requests,
};
