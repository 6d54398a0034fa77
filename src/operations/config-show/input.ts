import { flag } from "../../catalog/words/field.ts";
import type { Fields } from "../field.ts";

export interface ConfigShowInput {
  /** Of each value where it is from, in place of the value alone. */
  origin?: boolean;
}

export const configShowFields: Fields<ConfigShowInput> = {
  origin: { kind: flag, about: "of each value where it is from" },
};
