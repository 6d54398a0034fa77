import type { Requests, Usage } from "../../catalog/cost/usage.ts";
import { flag } from "../../catalog/words/field.ts";
import { models, requests, usage } from "../common-fields.ts";
import type { Fields } from "../field.ts";

export interface CompareModelsInput {
  /** Two to eight, as `provider/id` or bare ids. */
  models: string[];
  /** With it the costs are compared as well. */
  usage?: Usage;
  requests?: Requests;
  /** Leaves out lines whose values are all equal. */
  onlyDifferences?: boolean;
}

export const compareModelsFields: Fields<CompareModelsInput> = {
  models,
  usage,
  requests,
  onlyDifferences: { kind: flag, about: "only what differs" },
};
