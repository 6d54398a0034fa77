import { partialUsageFields, type Usage } from "../../catalog/cost/usage.ts";
import { type FilterInput, filterFields } from "../../catalog/query/filter-fields.ts";
import { type UseCaseName, useCaseNames } from "../../catalog/recommend/use-cases.ts";
import { type Weights, weightNames } from "../../catalog/recommend/weights.ts";
import { type Field, flag, names, share, usd, word } from "../../catalog/words/field.ts";
import { limit, requestsOrCount } from "../common-fields.ts";
import type { Fields } from "../field.ts";

const weightFields: Readonly<Record<string, Field>> = Object.fromEntries(
  weightNames.map((name) => [name, { kind: share, about: `how much ${name} counts` }]),
);

export interface RecommendModelsInput extends Omit<FilterInput, "usage"> {
  /** Without it: any conversation. */
  useCase?: UseCaseName;
  /** Of one request; what is not said is as usual for the use case. */
  usage?: Partial<Usage>;
  /** USD a month for `usage` times `requests`. */
  maxMonthlyCost?: number;
  /** Who made the model, whoever sells it. */
  maker?: string[];
  notMaker?: string[];
  /**
   * What cost and quality weigh, 0 to 1; one alone leaves the rest to the other. Models that differ by less than a
   * spread times cost over quality are about equal, and stand by cost.
   */
  weights?: Partial<Weights>;
  /** Shows the cheapest unmarked offer of each model instead of the one at hand or the maker's own. */
  cheapest?: boolean;
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
    about: `what ${weightNames.join(" and ")} weigh: cost=1 goes by cost alone, quality=1 by quality`,
  },
  cheapest: { kind: flag, about: "show the cheapest unmarked offer of each model" },
  limit,
  ...filterFields,
  usage: {
    kind: { type: "record", fields: partialUsageFields },
    about: "tokens of one request; what is not said is as usual",
  },
  requests: requestsOrCount,
};
