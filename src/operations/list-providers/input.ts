import { flag } from "../../catalog/words/field.ts";
import { descending, limit, sort } from "../common-fields.ts";
import type { Fields } from "../field.ts";

export const providerSorts = ["id", "name", "models"] as const;

export interface ListProvidersInput {
  /** Only those a credential is at hand for. */
  configured?: boolean;
  /** `id` if not given; `models` puts the largest first. */
  sort?: (typeof providerSorts)[number];
  descending?: boolean;
  limit?: number;
}

export const listProvidersFields: Fields<ListProvidersInput> = {
  configured: { kind: flag, about: "only providers you hold a credential for" },
  sort: sort(providerSorts),
  descending,
  limit,
};
