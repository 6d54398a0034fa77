import type { Cost } from "../cost/estimate-cost.ts";
import type { ModelFacts } from "../words/facts.ts";
import type { ModelInfo } from "../words/model.ts";
import { sizeInWords } from "../words/sizes.ts";
import { type FactorName, factorNames, type Weights } from "./factors.ts";
import type { Scored } from "./score.ts";
import type { UseCase } from "./use-cases.ts";

/** One part of a score. */
export interface Factor {
  name: FactorName;
  weight: number;
  /** 0 to 1; `null`: not known, counted as the middle. */
  value: number | null;
  reason: string;
}

interface About {
  model: ModelInfo;
  facts: ModelFacts | null;
  cost: Cost;
  useCase: UseCase;
}

const mostNamed = 3;

/** Why a model has the score it has, factor by factor. */
export function explainScore({ values }: Scored, weights: Weights, about: About): Factor[] {
  return factorNames.map((name) => ({
    name,
    weight: Number(weights[name].toFixed(4)),
    value: values[name] === null ? null : Number(values[name].toFixed(4)),
    reason:
      values[name] === null ? `${unknown[name]}; counted as the middle` : reasons[name](about),
  }));
}

const unknown: Record<FactorName, string> = {
  cost: "a price it needs is not listed",
  quality: "no published result that compares with others",
  recency: "no release date",
  limits: "neither context nor output limit is listed",
  fit: "nothing is known of its capabilities",
  status: "no status",
};

const reasons: Record<FactorName, (about: About) => string> = {
  cost: ({ cost }) => `USD ${cost.perRequest} per request, by rank among the models worth a look`,
  quality: ({ facts }) => {
    const named = (facts?.benchmarks ?? [])
      .slice(0, mostNamed)
      .map(({ name, score }) => `${name} ${score}`);
    const more = (facts?.benchmarks.length ?? 0) - named.length;
    if (named.length === 0) return "published results of the same model under another name";
    return `published results: ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  },
  recency: ({ model }) => `released ${model.releaseDate ?? "at an unknown date"}`,
  limits: ({ model: { limits } }) => {
    const size = (value: number | null): string =>
      value === null ? "unknown" : sizeInWords(value);
    return `context ${size(limits.context)}, output ${size(limits.output)}`;
  },
  fit: ({ model, useCase }) => {
    const has = useCase.wants.filter((one) => model.capabilities.includes(one));
    if (useCase.wants.length === 0) return "nothing more is asked for";
    return `has ${has.length} of ${useCase.wants.length}: ${useCase.wants.join(", ")}`;
  },
  status: ({ model }) => model.status ?? "offered normally",
};
