import { flag, text } from "../../catalog/words/field.ts";
import { type ConfigChangeInput, configChangeFields } from "../config-change-input.ts";
import type { Fields } from "../field.ts";

export interface ConfigAliasInput extends ConfigChangeInput {
  /** What it is called: small letters, digits, `.`, `_` and `-`. */
  name: string;
  /** What it stands for; not needed to remove it. */
  model?: string;
  remove?: boolean;
  /** It is kept as it is typed, be it in the catalog or not. */
  unlisted?: boolean;
}

export const configAliasFields: Fields<ConfigAliasInput> = {
  name: { kind: text("name"), about: "a name of your own", isNeeded: true },
  model: { kind: text("model", "model"), about: "what it stands for" },
  remove: { kind: flag, about: "take the alias away" },
  unlisted: { kind: flag, about: "take the model though the catalog lacks it" },
  ...configChangeFields,
};
