import { type UseCaseName, useCaseNames } from "../../catalog/recommend/use-cases.ts";
import { flag, names, text, usd, word } from "../../catalog/words/field.ts";
import { type ConfigChangeInput, configChangeFields } from "../config-change-input.ts";
import type { Fields } from "../field.ts";

export interface ConfigAddAutoInput extends ConfigChangeInput {
  /** What the model is for; any conversation if not given. */
  useCase?: UseCaseName;
  /** USD per 1,000,000 tokens in, at most. */
  budget?: number;
  /** Only models of these. */
  provider?: string[];
  /** Also of providers without a credential at hand. */
  any?: boolean;
  /** What variables of an address say: `AZURE_RESOURCE_NAME=my-resource`. */
  values?: string[];
  /** A name of one's own for it. */
  alias?: string;
}

export const configAddAutoFields: Fields<ConfigAddAutoInput> = {
  useCase: { kind: word("use-case", "use case", useCaseNames), about: useCaseNames.join(", ") },
  budget: { kind: usd, about: "USD per 1M tokens in, at most" },
  provider: { kind: names("id", "provider", "openai,anthropic"), about: "only models of these" },
  any: { kind: flag, about: "also of providers without a credential at hand" },
  values: {
    kind: names("name=value", [], "AZURE_RESOURCE_NAME=my-resource"),
    about: "what a variable of the provider's address says; again for another",
  },
  alias: { kind: text("name"), about: "give it a name of your own, too" },
  ...configChangeFields,
};
