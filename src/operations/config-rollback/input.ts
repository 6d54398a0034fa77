import { count, flag } from "../../catalog/words/field.ts";
import { ofProject } from "../config-change-input.ts";
import type { Fields } from "../field.ts";

export interface ConfigRollbackInput {
  /** How many changes, from the newest on. */
  changes: number;
  /** Of the project's file alone. */
  project?: boolean;
  /** Only says what would change. */
  dryRun?: boolean;
}

export const configRollbackFields: Fields<ConfigRollbackInput> = {
  changes: { kind: count, about: "how many changes, from the newest on", isNeeded: true },
  project: ofProject,
  dryRun: { kind: flag, about: "only show what would change" },
};
