import { text } from "../../catalog/words/field.ts";
import { type ConfigChangeInput, configChangeFields } from "../config-change-input.ts";
import type { Fields } from "../field.ts";

export interface ConfigRemoveInput extends ConfigChangeInput {
  /** The ref of a model that was added. */
  model: string;
}

export const configRemoveFields: Fields<ConfigRemoveInput> = {
  model: { kind: text("ref"), about: "the ref of a model that was added", isNeeded: true },
  ...configChangeFields,
};
