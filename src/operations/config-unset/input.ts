import { text } from "../../catalog/words/field.ts";
import { type ConfigChangeInput, configChangeFields } from "../config-change-input.ts";
import type { Fields } from "../field.ts";

export interface ConfigUnsetInput extends ConfigChangeInput {
  /** `catalog.ttl`, or `aliases.fast` for all below it. */
  key: string;
}

export const configUnsetFields: Fields<ConfigUnsetInput> = {
  key: { kind: text("key"), about: "its name, or the beginning of it", isNeeded: true },
  ...configChangeFields,
};
