import type { Requests, Usage } from "../../catalog/cost/usage.ts";
import { type CostOrder, costSorts } from "../arranged-costs.ts";
import {
  descending,
  limit,
  models,
  providerOfId,
  requests,
  sort,
  usage,
} from "../common-fields.ts";
import type { Fields } from "../field.ts";

export interface EstimateCostInput extends CostOrder {
  /** `provider/id`, or bare ids. */
  models: string[];
  /** Narrows bare ids to one provider. */
  provider?: string;
  usage: Usage;
  /** Without it there is no cost per day and per month. */
  requests?: Requests;
}

export const estimateCostFields: Fields<EstimateCostInput> = {
  models,
  provider: providerOfId,
  usage: { ...usage, isNeeded: true },
  requests,
  sort: sort(costSorts),
  descending,
  limit,
};
