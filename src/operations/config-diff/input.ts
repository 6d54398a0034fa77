import { count } from "../../catalog/words/field.ts";
import type { Fields } from "../field.ts";

export interface ConfigDiffInput {
  /** 1 is the newest. */
  change: number;
}

export const configDiffFields: Fields<ConfigDiffInput> = {
  change: { kind: count, about: "its number in the history, 1 the newest", isNeeded: true },
};
