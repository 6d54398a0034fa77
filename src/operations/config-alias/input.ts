import { capabilities } from "../../catalog/words/capability.ts";
import { flag, names, text } from "../../catalog/words/field.ts";
import { type ConfigChangeInput, configChangeFields } from "../config-change-input.ts";
import type { Fields } from "../field.ts";

export interface ConfigAliasInput extends ConfigChangeInput {
  /** What it is called: small letters, digits, `.`, `_` and `-`. */
  name: string;
  /** What it stands for; not needed for one that is there, or to remove it. */
  model?: string;
  /** What to take in its place where that cannot answer, in this order: all of them. */
  fallback?: string[];
  /** The capabilities that each of these has to have: all of them. */
  need?: string[];
  /** What is sent with each call, `temperature=0.2`: those that are not named stay. */
  parameter?: string[];
  /** Takes the alias away, or of it what is named besides. */
  remove?: boolean;
  /** It is kept as it is typed, be it in the catalog or not. */
  unlisted?: boolean;
}

export const configAliasFields: Fields<ConfigAliasInput> = {
  name: { kind: text("name"), about: "a name of your own, or small or large", isNeeded: true },
  model: { kind: text("model", "model"), about: "what it stands for" },
  fallback: {
    kind: names("model", "model", "anthropic/claude-haiku-4-5,google/gemini-2.5-flash"),
    about: "what to take where that cannot answer, in this order",
  },
  need: {
    kind: names("capability", capabilities, "tools,vision"),
    about: "capabilities that each of these has to have",
  },
  parameter: {
    kind: names("name=value", [], "temperature=0.2"),
    about: "what is sent with each call; again for another",
  },
  remove: { kind: flag, about: "take the alias away, or of it what is named" },
  unlisted: { kind: flag, about: "take the model though the catalog lacks it" },
  ...configChangeFields,
};
