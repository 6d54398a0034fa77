import { descending, limit, sort } from "../common-fields.ts";
import type { Fields } from "../field.ts";

export const changeSorts = ["number"] as const;

export interface ConfigHistoryInput {
  sort?: (typeof changeSorts)[number];
  /** Oldest first. */
  descending?: boolean;
  /** Most changes to give; all if not given. */
  limit?: number;
}

export const configHistoryFields: Fields<ConfigHistoryInput> = {
  sort: sort(changeSorts),
  descending,
  limit,
};
