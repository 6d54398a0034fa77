import { readRanking } from "../prepared/rankings.ts";
import { readRowSet, type RowSet } from "../prepared/row-sets.ts";
import type { CatalogView } from "../view.ts";
import type { ModelFilter } from "../query/filter-fields.ts";
import type { Chosen } from "../query/rests-on.ts";
import { rowsInDoubt } from "../query/rows-in-doubt.ts";
import { type Constrained, type Removed, isOfKind, usableRows } from "./constraints.ts";
import { type DescribedRanking, describeRanking } from "./describe-ranking.ts";
import { demandOf } from "../cost/fit.ts";
import { type KeptOffer, keepOffers, withOfferAtHand } from "./kept-offers.ts";
import { recommendModels, type Wish } from "./recommend-models.ts";
import { anyUse, type UseCase, type UseCaseName, useCaseNames, useCases } from "./use-cases.ts";

/** As many of a ranking are kept. */
export const mostKept = 10;

/** What is asked for where a use case is named, or none is, and nothing else. */
export function usualWish(useCase: UseCaseName | undefined): Wish {
  return wishFor(useCase === undefined ? anyUse : useCases[useCase]);
}

export function wishFor(useCase: UseCase): Wish {
  return { useCase, usage: useCase.usage, isUsualUsage: true, filter: {} };
}

/** A ranking, and the rows, where there are any, whose place in it rests on a value they lack because it is not understood. */
export interface KeptRanking extends DescribedRanking {
  inDoubt?: [ref: string, values: string[]][];
}

/** A ranking, and by recommendation the offers that may be shown instead. */
interface UsualRanking {
  answer: KeptRanking;
  offers: KeptOffer[][];
}

/** What depends on nothing but the catalog, by the names it is kept under. */
export interface UsualAnswers {
  rankings: Map<string, UsualRanking>;
  /** What questions about each use case begin with, where neither a usage nor a status is asked for. */
  rows: Map<string, RowSet>;
}

export function usualAnswers(view: CatalogView): UsualAnswers {
  const answers: UsualAnswers = { rankings: new Map(), rows: new Map() };
  for (const useCase of [undefined, ...useCaseNames]) {
    const name = nameOf(useCase);
    const wish = usualWish(useCase);
    const usable = usableRows(view, wish.filter, wish.useCase, demandOf(wish.usage, "input"));
    // the ranking uses up what it begins with
    answers.rows.set(name, { rows: usable.rows.slice(), about: usable.removed.slice() });
    const ranking = recommendModels(view, { ...wish, usable }, mostKept);
    answers.rankings.set(name, {
      answer: { ...describeRanking(view, ranking, wish, mostKept), ...doubtsOf(view, wish) },
      offers: keepOffers(view.columns, ranking, mostKept),
    });
  }
  return answers;
}

function doubtsOf(view: CatalogView, { useCase, filter }: Wish): Pick<KeptRanking, "inDoubt"> {
  const rows = rowsInDoubt(view, view.notUnderstood(), choiceFor(view, useCase, filter));
  if (rows.size === 0) return {};
  return { inDoubt: [...rows].map(([row, values]) => [view.modelAt(row).ref, values]) };
}

/** What a recommendation goes by: what the use case needs is a condition like any other. */
export function choiceFor(view: CatalogView, useCase: UseCase, filter: ModelFilter): Chosen {
  return {
    filter: {
      ...filter,
      capability: [...(filter.capability ?? []), ...useCase.needs],
      inputModality: [...(filter.inputModality ?? []), ...useCase.takes],
      minContext: Math.max(filter.minContext ?? 0, useCase.minContext),
    },
    sort: "cost",
    also: ["releaseDate"],
    isAmong: isOfKind(view, useCase),
  };
}

/** The rows, as they were kept when the catalog was prepared. */
export function keptRows(
  view: CatalogView,
  useCase: UseCaseName | undefined,
): Constrained | undefined {
  const kept = readRowSet(view.rowSets, nameOf(useCase));
  return kept && { rows: kept.rows, removed: kept.about as Removed[] };
}

/**
 * A ranking, as it was kept when the catalog was prepared, with the offers of those providers that a credential is at
 * hand for; undefined where fewer than `most` were kept.
 */
export function keptRanking(
  view: CatalogView,
  useCase: UseCaseName | undefined,
  most: number,
  atHand: () => readonly string[] = () => [],
): KeptRanking | undefined {
  if (most > mostKept) return undefined;
  const kept = readRanking(view.rankings, nameOf(useCase), most);
  if (kept === undefined) return undefined;
  const answer = kept.answer as KeptRanking;
  const providers = new Set(atHand());
  if (providers.size === 0) return answer;
  const recommendations = answer.recommendations.map((one, at) =>
    withOfferAtHand(view, one, kept.offersOf(at) as KeptOffer[], providers, usualWish(useCase)),
  );
  return { ...answer, recommendations };
}

function nameOf(useCase: UseCaseName | undefined): string {
  return useCase ?? "any use";
}
