import { text } from "../../catalog/words/field.ts";
import { type ConfigChangeInput, configChangeFields } from "../config-change-input.ts";
import type { Fields } from "../field.ts";

export interface ConfigSetInput extends ConfigChangeInput {
  /** `catalog.ttl` */
  key: string;
  /** As it is typed: `12h`, `true`. */
  value: string;
}

export const configSetFields: Fields<ConfigSetInput> = {
  key: { kind: text("key"), about: "its name", isNeeded: true },
  value: { kind: text("value"), about: "what it is to be", isNeeded: true },
  ...configChangeFields,
};
