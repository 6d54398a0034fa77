import type { Usage } from "../../catalog/cost/usage.ts";
import type { ModelFilter } from "../../catalog/query/filter-fields.ts";
import { readKind } from "../../catalog/query/filter-words.ts";
import { ceilingNotes } from "../../catalog/query/ceiling-notes.ts";
import { resolveFilter } from "../../catalog/query/resolve.ts";
import {
  type DescribedRanking,
  describeRanking,
} from "../../catalog/recommend/describe-ranking.ts";
import { recommendModels, type Wish } from "../../catalog/recommend/recommend-models.ts";
import {
  anyUse,
  type UseCase,
  type UseCaseName,
  useCaseOfKind,
  useCases,
} from "../../catalog/recommend/use-cases.ts";
import {
  choiceFor,
  type KeptRanking,
  keptRanking,
  keptRows,
  wishFor,
} from "../../catalog/recommend/usual-rankings.ts";
import type { CatalogView } from "../../catalog/view.ts";
import { configuredProviders, mayHoldCredential } from "../../credentials/from-environment.ts";
import { ModelForgeError, type Warning } from "../../failure.ts";
import { atHand } from "../at-hand.ts";
import { withinBudget } from "../budget.ts";
import { configuredIn } from "../configured.ts";
import { lacksAny, mayLack } from "../may-lack.ts";
import { misunderstood } from "../not-understood.ts";
import { type Operation, ofAllRows } from "../operation.ts";
import { rateFor } from "../rated.ts";
import { usageMeant, usualNotes } from "./usual-usage.ts";
import { requestsMeant } from "../requests-meant.ts";
import { totalMeantOfAll } from "../total-meant.ts";
import type { RecommendModelsInput } from "./input.ts";
import { makersNamed } from "./makers-named.ts";
import { otherKindNotes } from "./other-kind.ts";

export interface Recommended extends DescribedRanking {
  useCase: UseCaseName | null;
  /** Of the catalog: the same digest and input give the same answer. */
  digest: string;
}

const usualLimit = 5;

export const recommendSeveral: Operation<RecommendModelsInput, Recommended> = async (
  context,
  given,
  options,
) => {
  const { access, configuration } = context;
  checkCeiling(given);
  const { input, notes: ofBudget } = withinBudget(given, configuration);
  const asked = { ...ofAllRows(options), without: "no model can be recommended" };
  const environment = await atHand(context);
  const { result, catalog, warnings } = await access.ask(asked, (view, about) => {
    rateFor(view, options.shown);
    const configured = (): string[] =>
      mayHoldCredential(environment)
        ? configuredProviders(view.providerVariables(), environment)
        : [];
    const notes: Warning[] = [...ofBudget, ...otherKindNotes(input), ...ceilingNotes(input)];
    if (input.configured === true) configuredIn(view, environment, notes)();
    const { inDoubt, ...given } = answered(view, input, configured);
    const models = given.recommendations.map(({ model }) => model);
    notes.push(...usualNotes(input, given));
    // what is usual for one request is no total
    if (input.usage?.input !== undefined)
      notes.push(
        ...totalMeantOfAll(
          { ...given.usage, output: input.usage.output ?? 0 },
          view.columns.context,
        ),
      );
    // what was kept with the catalog says so itself
    const isSure = inDoubt?.length === 0 && !lacksAny(models);
    const lacking =
      mayLack(about, undefined) && !isSure
        ? told(misunderstood(about).addShown(models, options.shown))
        : undefined;
    return { given, notes, lacking };

    function told(all: ReturnType<typeof misunderstood>) {
      if (inDoubt !== undefined) return all.addLacking(inDoubt);
      const { useCase } = aboutOf(input);
      const filter = filterOf(view, input, usageMeant(input, useCase.usage), configured);
      return all.addChoice(view, choiceFor(view, useCase, filter));
    }
  });
  const all = [...warnings, ...result.notes];
  return {
    result: { ...result.given, digest: catalog.digest },
    catalog,
    warnings: result.lacking?.warnings(all) ?? all,
  };
};

/** `configured` gives the ids of the providers a credential is at hand for. */
export function recommend(
  view: CatalogView,
  input: RecommendModelsInput,
  configured: () => string[],
): Omit<Recommended, "digest"> {
  const { inDoubt: _, ...given } = answered(view, input, configured);
  return given;
}

/** With the rows that are in doubt, where those are known. */
function answered(
  view: CatalogView,
  input: RecommendModelsInput,
  configured: () => string[],
): Omit<Recommended, "digest"> & Pick<KeptRanking, "inDoubt"> {
  checkCeiling(input);
  const { useCase, limit = usualLimit, ...more } = input;
  const isUsual = Object.values(more).every((value) => value === undefined);
  const kept = isUsual ? keptRanking(view, useCase, limit, configured) : undefined;
  const named = { useCase: aboutOf(input).name ?? null };
  if (kept !== undefined) return { ...named, ...kept, inDoubt: kept.inDoubt ?? [] };
  return { ...named, ...rank(view, input, configured, limit) };
}

/** The use case; where none is named but one kind, that of the kind. */
function aboutOf({ useCase, kind }: RecommendModelsInput): {
  name?: UseCaseName;
  useCase: UseCase;
} {
  if (useCase !== undefined) return { name: useCase, useCase: useCases[useCase] };
  const [only, ...others] = kind ?? [];
  if (only === undefined || others.length > 0) return { useCase: anyUse };
  return useCaseOfKind(readKind(only, "kind"));
}

/** What one request of the use case, or of the kind, looks like where nobody says it. */
export function usualUsage(input: Pick<RecommendModelsInput, "useCase" | "kind">): Usage {
  return aboutOf(input).useCase.usage;
}

function rank(
  view: CatalogView,
  input: RecommendModelsInput,
  configured: () => string[],
  limit: number,
): DescribedRanking {
  const { name, useCase } = aboutOf(input);
  const usual = wishFor(useCase);
  const usage = usageMeant(input, usual.usage);
  const counted = requestsMeant(input);
  const atHand = configured();
  // of a kind that no use case is about nothing is kept
  const isKept = name !== undefined || useCase === anyUse;
  const isUsual = isKept && input.status === undefined && input.usage === undefined;
  const usable = isUsual ? keptRows(view, name) : undefined;
  const wish: Wish = {
    ...usual,
    ...(usable === undefined ? {} : { usable }),
    usage,
    // of an output that nobody described nothing is ruled out
    isUsualUsage: input.usage?.output === undefined,
    filter: filterOf(view, input, usage, () => atHand),
    atHand,
    cheapest: input.cheapest === true,
    ...counted,
    ...(input.maxMonthlyCost === undefined ? {} : { maxMonthlyCost: input.maxMonthlyCost }),
    ...(input.maker === undefined ? {} : { maker: makersNamed(view, input.maker, "maker") }),
    ...(input.notMaker === undefined
      ? {}
      : { notMaker: makersNamed(view, input.notMaker, "notMaker") }),
    ...(input.weights === undefined ? {} : { weights: input.weights }),
  };
  return describeRanking(view, recommendModels(view, wish, limit), wish, limit);
}

function filterOf(
  view: CatalogView,
  input: RecommendModelsInput,
  usage: Usage,
  configured: () => string[],
): ModelFilter {
  return resolveFilter({ ...input, usage }, view, configured);
}

function checkCeiling({ maxMonthlyCost, requests }: RecommendModelsInput): void {
  if (maxMonthlyCost === undefined || requests !== undefined) return;
  throw new ModelForgeError("usage.missing-argument", {
    message: "a ceiling on the monthly cost needs to know how many requests a month brings",
    hint: 'add requests: { count: 1000, per: "day" }',
  });
}
