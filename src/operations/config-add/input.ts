import { flag, names, text } from "../../catalog/words/field.ts";
import { type ConfigChangeInput, configChangeFields } from "../config-change-input.ts";
import type { Fields } from "../field.ts";

export interface ConfigAddInput extends ConfigChangeInput {
  /** A ref, or any other name of a model. */
  model: string;
  /** Whose, where the name alone does not say. */
  provider?: string;
  /** What variables of its address say: `AZURE_RESOURCE_NAME=my-resource`. */
  values?: string[];
  /** The name under which the provider runs it. */
  deployment?: string;
  /** A name of one's own for it. */
  alias?: string;
  /** Makes it the model in use, too. */
  use?: boolean;
  /** It is added though the catalog lacks it. */
  unlisted?: boolean;
}

export const configAddFields: Fields<ConfigAddInput> = {
  model: { kind: text("model", "model"), about: "a ref, or any other name", isNeeded: true },
  provider: { kind: text("provider", "provider"), about: "whose, where its name does not say" },
  values: {
    kind: names("name=value", [], "AZURE_RESOURCE_NAME=my-resource"),
    about: "what a variable of the provider's address says; again for another",
  },
  deployment: { kind: text("name"), about: "the name under which the provider runs it" },
  alias: { kind: text("name"), about: "give it a name of your own, too" },
  use: { kind: flag, about: "make it the model in use, too" },
  unlisted: { kind: flag, about: "take the model though the catalog lacks it" },
  ...configChangeFields,
};
