import { count } from "../../catalog/words/field.ts";
import { ofProject } from "../config-change-input.ts";
import type { Fields } from "../field.ts";

export interface ConfigDiffInput {
  /** 1 is the newest. */
  change: number;
  /** Among those of the project's file alone. */
  project?: boolean;
}

export const configDiffFields: Fields<ConfigDiffInput> = {
  change: { kind: count, about: "its number in the history, 1 the newest", isNeeded: true },
  project: ofProject,
};
