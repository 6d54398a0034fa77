import { descending, limit, sort } from "../common-fields.ts";
import { ofProject } from "../config-change-input.ts";
import type { Fields } from "../field.ts";

export const changeSorts = ["number"] as const;

export interface ConfigHistoryInput {
  /** Those of the project's file alone. */
  project?: boolean;
  sort?: (typeof changeSorts)[number];
  /** Oldest first. */
  descending?: boolean;
  /** Most changes to give; all if not given. */
  limit?: number;
}

export const configHistoryFields: Fields<ConfigHistoryInput> = {
  project: ofProject,
  sort: sort(changeSorts),
  descending,
  limit,
};
