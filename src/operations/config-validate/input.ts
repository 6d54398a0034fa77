import { flag } from "../../catalog/words/field.ts";
import type { Fields } from "../field.ts";

export interface ConfigValidateInput {
  /** Corrects names that are found by a guess, then looks again. */
  fix?: boolean;
  /** With `fix`: only says what it would correct. */
  dryRun?: boolean;
}

export const configValidateFields: Fields<ConfigValidateInput> = {
  fix: {
    kind: flag,
    about: "write refs that are found by a guess, take out what the catalog says, too",
  },
  dryRun: { kind: flag, about: "with --fix: only show what would change" },
};
