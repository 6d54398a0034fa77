import { type Field, flag } from "../catalog/words/field.ts";

/** What every change of a configuration is told besides. */
export interface ConfigChangeInput {
  /** Of the project's file, not the user's. */
  project?: boolean;
  /** Only says what would change. */
  dryRun?: boolean;
}

/** For what looks at the changes that were made, or takes them back. */
export const ofProject: Field = { kind: flag, about: "of the project's file alone" };

export const configChangeFields: Readonly<Record<keyof Required<ConfigChangeInput>, Field>> = {
  project: { kind: flag, about: "in the project's file, not yours" },
  dryRun: { kind: flag, about: "only show what would change" },
};
