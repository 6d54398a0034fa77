import type { Batch } from "../../catalog/cost/batch.ts";
import { batchFields } from "../../catalog/cost/batch-fields.ts";
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
  /** Of one request; not beside a batch. */
  usage?: Usage;
  /** Instead of a usage: what many requests take and give together. */
  batch?: Batch;
  /** Without it there is no cost per day and per month. */
  requests?: Requests;
}

export const estimateCostFields: Fields<EstimateCostInput> = {
  models,
  provider: providerOfId,
  usage,
  batch: {
    kind: { type: "record", fields: batchFields },
    about: "instead of a usage: what many requests take and give together",
  },
  requests,
  sort: sort(costSorts),
  descending,
  limit,
};
