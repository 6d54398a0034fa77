import { flag, text } from "../../catalog/words/field.ts";
import { type ConfigChangeInput, configChangeFields } from "../config-change-input.ts";
import type { Fields } from "../field.ts";

export interface ConfigUseInput extends ConfigChangeInput {
  /** A ref, an alias, or any other name of a model. */
  model: string;
  /** It is kept as it is typed, be it in the catalog or not. */
  unlisted?: boolean;
}

export const configUseFields: Fields<ConfigUseInput> = {
  model: { kind: text("model", "model"), about: "a ref, an alias, or any name", isNeeded: true },
  unlisted: { kind: flag, about: "take it though the catalog lacks it" },
  ...configChangeFields,
};
