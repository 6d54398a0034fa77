import { descending, limit, sort } from "../common-fields.ts";
import type { Fields } from "../field.ts";

export const historySorts = ["fetched"] as const;

export interface CacheHistoryInput {
  sort?: (typeof historySorts)[number];
  /** Oldest first. */
  descending?: boolean;
  /** Most generations to give; all if not given. */
  limit?: number;
}

export const cacheHistoryFields: Fields<CacheHistoryInput> = {
  sort: sort(historySorts),
  descending,
  limit,
};
