import { names, text } from "../../catalog/words/field.ts";
import type { Fields } from "../field.ts";

export interface ProviderInfoInput {
  provider: string;
  /** For its template, before the environment and the configuration: `AZURE_RESOURCE_NAME=my-resource`. */
  values?: string[];
}

export const providerInfoFields: Fields<ProviderInfoInput> = {
  provider: { kind: text("id", "provider"), about: "its id or its name", isNeeded: true },
  values: {
    kind: names("name=value", [], "AZURE_RESOURCE_NAME=my-resource"),
    about: "what variables of its address say, for the template",
  },
};
