import type { Cost } from "../../catalog/cost/estimate-cost.ts";
import { estimateCost } from "../../catalog/cost/estimate-cost.ts";
import type { Requests, Usage } from "../../catalog/cost/usage.ts";
import type { ModelInfo } from "../../catalog/words/model.ts";
import { nearest } from "../../catalog/words/nearest.ts";
import { resolveFilter } from "../../catalog/query/resolve.ts";
import type { Removed } from "../../catalog/recommend/constraints.ts";
import type { Weights } from "../../catalog/recommend/factors.ts";
import { type Ranking, recommendModels } from "../../catalog/recommend/recommend-models.ts";
import {
  anyUse,
  type UseCase,
  type UseCaseName,
  useCases,
} from "../../catalog/recommend/use-cases.ts";
import type { CatalogView } from "../../catalog/view.ts";
import { configuredProviders } from "../../credentials/from-environment.ts";
import { ModelForgeError } from "../../failure.ts";
import type { Operation } from "../operation.ts";
import type { RecommendModelsInput } from "./input.ts";
import { explainScore, type Factor } from "./reasons.ts";

export interface Recommendation {
  model: ModelInfo;
  /** 0 to 1. */
  score: number;
  cost: Cost;
  factors: Factor[];
}

export interface Recommended {
  useCase: UseCaseName | null;
  /** Of the catalog: the same digest and input give the same answer. */
  digest: string;
  /** What the costs are of, per request. */
  usage: Usage;
  weights: Weights;
  removed: Removed[];
  /** How many underlying models met all constraints. */
  candidates: number;
  /** Best first. */
  recommendations: Recommendation[];
  /** Refs nobody beats in both cost and quality, cheapest first. */
  front: string[];
  /** The models of the front, for a chart. */
  frontPoints: { ref: string; perRequest: number; quality: number }[];
}

const usualLimit = 5;

export const recommendSeveral: Operation<RecommendModelsInput, Recommended> = async (
  { access, machine },
  input,
  options,
) => {
  checkCeiling(input);
  const { result, catalog, warnings } = await access.ask(options, (view) =>
    recommend(view, input, () => configuredProviders(view.providers(), machine.environment)),
  );
  return { result: { ...result, digest: catalog.digest }, catalog, warnings };
};

/** `configured` gives the ids of the providers a credential is at hand for. */
export function recommend(
  view: CatalogView,
  input: RecommendModelsInput,
  configured: () => string[],
): Omit<Recommended, "digest"> {
  checkCeiling(input);
  const useCase: UseCase = input.useCase === undefined ? anyUse : useCases[input.useCase];
  const usage = input.usage ?? useCase.usage;
  const { requests } = input;
  const ranking = recommendModels(view, {
    useCase,
    usage,
    filter: filterOf(view, input, usage, configured),
    withFree: input.free === true || input.configured === true || input.provider !== undefined,
    ...(requests === undefined ? {} : { requests }),
    ...(input.maxMonthlyCost === undefined ? {} : { maxMonthlyCost: input.maxMonthlyCost }),
    ...(input.maker === undefined ? {} : { maker: makers(view, input.maker, "maker") }),
    ...(input.notMaker === undefined ? {} : { notMaker: makers(view, input.notMaker, "notMaker") }),
    ...(input.weights === undefined ? {} : { weights: input.weights }),
  });
  return {
    useCase: input.useCase ?? null,
    usage,
    weights: ranking.weights,
    removed: ranking.removed,
    candidates: ranking.ranked.length,
    recommendations: ranking.ranked
      .slice(0, input.limit ?? usualLimit)
      .map((scored) => describe(view, scored, ranking, { useCase, usage, requests })),
    ...frontOf(view, ranking),
  };
}

function describe(
  view: CatalogView,
  scored: Ranking["ranked"][number],
  { weights }: Ranking,
  { useCase, usage, requests }: { useCase: UseCase; usage: Usage; requests: Requests | undefined },
): Recommendation {
  const model = view.modelAt(scored.row);
  const cost = estimateCost(model, usage, requests);
  const entry = view.findModelEntry(model.ref);
  const facts = entry === undefined ? null : view.factsOfGroup(entry);
  const factors = explainScore(scored, weights, { model, facts, cost, useCase });
  return { model, score: Number(scored.score.toFixed(6)), cost, factors };
}

function frontOf(
  view: CatalogView,
  { front, ranked }: Ranking,
): Pick<Recommended, "front" | "frontPoints"> {
  const byRow = new Map(ranked.map((one) => [one.row, one]));
  const frontPoints = front.map((row) => ({
    ref: view.modelAt(row).ref,
    perRequest: byRow.get(row)?.perRequest ?? 0,
    quality: Number((byRow.get(row)?.values.quality ?? 0).toFixed(4)),
  }));
  return { front: frontPoints.map(({ ref }) => ref), frontPoints };
}

function filterOf(
  view: CatalogView,
  input: RecommendModelsInput,
  usage: Usage,
  configured: () => string[],
) {
  const { requests, ...conditions } = input;
  const count = requests === undefined ? {} : { requests: requests.count };
  return resolveFilter({ ...conditions, ...count, usage }, view, configured);
}

function checkCeiling({ maxMonthlyCost, requests }: RecommendModelsInput): void {
  if (maxMonthlyCost === undefined || requests !== undefined) return;
  throw new ModelForgeError("usage.missing-argument", {
    message: "a ceiling on the monthly cost needs to know how many requests a month brings",
    hint: 'add requests: { count: 1000, per: "day" }',
  });
}

/** All spellings of the makers named: `mistral` is `mistralai` and `mistral-ai` elsewhere. */
function makers(
  view: CatalogView,
  names: readonly string[],
  field: "maker" | "notMaker",
): string[] {
  const known = view.columns.makers;
  return names.flatMap((name) => {
    const found = known.filter((one) => plainMaker(one) === plainMaker(name));
    if (found.length > 0) return found;
    const close = nearest(name.trim().toLowerCase(), known);
    throw new ModelForgeError("usage.bad-value", {
      message: `no maker ${name} in the catalog`,
      hint:
        close.length > 0
          ? `did you mean ${close.join(", ")}?`
          : "a maker is who made a model: openai, anthropic, google",
      details: { maker: name, field, given: name, nearest: close },
    });
  });
}

/** Without separators, and without what is added to a name to get a free account: `zai-org`, `deepseek-ai`. */
function plainMaker(name: string): string {
  const letters = name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  return letters.replace(/(?<=.{3})(?:ai|org|llama|labs?)$/, "");
}
