import { descending, limit, sort } from "../common-fields.ts";
import type { Fields } from "../field.ts";

export const accountSorts = ["provider"] as const;

export interface AuthListInput {
  sort?: (typeof accountSorts)[number];
  descending?: boolean;
  /** Most accounts to give; all if not given. */
  limit?: number;
}

export const authListFields: Fields<AuthListInput> = {
  sort: sort(accountSorts),
  descending,
  limit,
};
