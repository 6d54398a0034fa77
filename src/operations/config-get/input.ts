import { flag, text } from "../../catalog/words/field.ts";
import type { Fields } from "../field.ts";

export interface ConfigGetInput {
  /** `catalog.ttl`, or `catalog` for all below it. */
  key: string;
  /** A model as the ref it comes to in the catalog. */
  resolved?: boolean;
}

export const configGetFields: Fields<ConfigGetInput> = {
  key: { kind: text("key"), about: "its name, or the beginning of it", isNeeded: true },
  resolved: { kind: flag, about: "a model as the ref it comes to" },
};
