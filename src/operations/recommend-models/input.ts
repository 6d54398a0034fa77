import type { Requests } from "../../catalog/cost/usage.ts";
import { type FilterInput, filterFields } from "../../catalog/query/filter-fields.ts";
import { factorNames, type Weights } from "../../catalog/recommend/factors.ts";
import { type UseCaseName, useCaseNames } from "../../catalog/recommend/use-cases.ts";
import { type Field, names, share, usd, word } from "../../catalog/words/field.ts";
import { limit, requests, usage } from "../common-fields.ts";
import type { Fields } from "../field.ts";

const weightFields: Readonly<Record<string, Field>> = Object.fromEntries(
  factorNames.map((name) => [name, { kind: share, about: `how much ${name} counts` }]),
);

export interface RecommendModelsInput extends Omit<FilterInput, "requests"> {
  /** Without it: any conversation. */
  useCase?: UseCaseName;
  requests?: Requests;
  /** USD a month for `usage` times `requests`. */
  maxMonthlyCost?: number;
  /** Who made the model, whoever sells it. */
  maker?: string[];
  notMaker?: string[];
  /** Weights of your own, 0 to 1; the other factors share what is left. */
  weights?: Partial<Weights>;
  /** Most recommendations to give; 5 if not given. */
  limit?: number;
}

export const recommendModelsFields: Fields<RecommendModelsInput> = {
  useCase: { kind: word("use-case", "use case", useCaseNames), about: useCaseNames.join(", ") },
  maxMonthlyCost: { kind: usd, about: "with --requests: USD a month at most" },
  maker: {
    kind: names("name", "provider", "anthropic,google"),
    about: "only models these made",
  },
  notMaker: { kind: names("name", "provider", "openai"), about: "no model these made" },
  weights: {
    kind: { type: "record", fields: weightFields },
    about: `how much a factor counts: ${factorNames.join(", ")}`,
  },
  limit,
  ...filterFields,
  usage,
  requests,
};
