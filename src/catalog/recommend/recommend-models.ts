import type { Columns } from "../prepared/columns.ts";
import { perRequestsOf } from "../query/cost-of-row.ts";
import type { FilteredCatalog } from "../query/filter-fields.ts";
import { flagsOf } from "../query/narrow.ts";
import { type Budget, keepAffordable } from "./affordable.ts";
import { inBands } from "./bands.ts";
import { embeddingsInOrder, factsOf, imagesInOrder } from "./by-facts.ts";
import { applyConstraints, type Constrained, type Limits, type Removed } from "./constraints.ts";
import { type CostOf, costsOf, type DecidingCosts, settleCosts } from "./deciding-costs.ts";
import { demandOf } from "../cost/fit.ts";
import { undominated } from "./front.ts";
import { leaveOutMarked } from "./leave-out-marked.ts";
import type { Models, Place, Wanted } from "./models.ts";
import {
  alternativesOf,
  type OfferedModels,
  offeredModels,
  type Offers,
  type Why,
  whyOf,
} from "./offers.ts";
import type { UseCase } from "./use-cases.ts";
import { mixWeights, type Weights, widthOf } from "./weights.ts";

export interface Wish extends Limits, Budget {
  useCase: UseCase;
  /** The usage is that of the use case, not of whoever asks. */
  isUsualUsage?: boolean;
  /** Weights of the person's own, 0 to 1. */
  weights?: Partial<Weights>;
  /** Ids of providers a credential is at hand for: their offers are shown, the order stays. */
  atHand?: readonly string[];
  /** Shows the cheapest offer of each model. */
  cheapest?: boolean;
  /** `usableRows`, where they are known; theirs who asks, and used up. */
  usable?: Constrained;
}

/** A model in its place, with the offer that stands for it. */
export interface Placed {
  group: number;
  row: number;
  why: Why;
  /** The row that would stand for it if no credential were at hand. */
  usualRow: number;
  /** Undefined where no cost is known. */
  cheapestRow: number | undefined;
  /** In USD a request, whoever asks; null where it is not known. */
  deciding: { perRequest: number | null; of: CostOf | null };
  /** From 1; what is in one band is about equal. */
  band: number;
  /** A row of the model that opened the band. */
  openedBy: number;
  /** What its name stands for is one model of somebody known. */
  isNamed: boolean;
}

export interface Ranking {
  /** Best first, as many as were asked for. */
  ranked: Placed[];
  /** How many models met all constraints. */
  candidates: number;
  /** Those that no other beats in both what they cost where nothing is at hand and their figure, cheapest first. */
  front: { row: number; perRequest: number; quality: number }[];
  removed: Removed[];
  weights: Weights;
  /** All that the models may be had at. */
  offers: Offers;
}

/**
 * Chooses among all rows of a catalog: first which models, in which order, then which offer of each. Costs are in USD
 * for `usage`. Depends on nothing but its arguments, and the order not on what is at hand.
 */
export function recommendModels(
  catalog: FilteredCatalog,
  wish: Wish,
  most = Number.POSITIVE_INFINITY,
): Ranking {
  const { columns } = catalog;
  const { useCase, usage, filter } = wish;
  const demand = demandOf(usage, wish.isUsualUsage === true ? "input" : "both");
  const limits = { ...wish, demand };
  const { rows, removed } = applyConstraints(catalog, filter, useCase, limits, wish.usable);
  const costs = perRequestsOf(columns, rows, usage, (row) => catalog.modelAt(row));
  const offers: Offers = { rows, costs, count: rows.length };
  removed.push(
    ...keepAffordable(catalog, offers, wish),
    ...leaveOutMarked(columns, offers, filter),
  );
  const offered = offeredModels(columns, offers);
  const costsOfUsual = new Float64Array(offered.count);
  const models = describeModels(catalog, offered, offers, costsOfUsual, usage);
  const weights = mixWeights(useCase.cost, wish.weights ?? {});
  const named: number[] = [];
  const others: number[] = [];
  for (let model = 0; model < offered.count; model += 1) {
    const row = rows[offered.usual[model] as number] as number;
    (columns.standing[row] === 0 ? named : others).push(model);
  }
  const order = orderOf(columns, useCase, models, widthOf(weights));
  const places = order(named, { most, before: 0 });
  const isAskedFor = filter.provider !== undefined || wish.maker !== undefined;
  const mayFollow = isAskedFor || named.length >= fewestBefore || named.length === 0;
  if (!mayFollow) removed.push(...leaveOut(columns, offers, offered.groups, others));
  else if (places.length < most) {
    const left = { most: most - places.length, before: places.at(-1)?.band ?? 0 };
    places.push(...order(others, left));
  }
  const usualRow = (model: number): number => rows[offered.usual[model] as number] as number;
  return {
    ranked: showOffers(catalog, wish, offers, { offered, models, places: places.slice(0, most) }),
    candidates: named.length + (mayFollow ? others.length : 0),
    front: undominated({ ...models, costs: costsOfUsual }, named).map((model) => ({
      row: usualRow(model),
      perRequest: costsOfUsual[model] as number,
      quality: models.quality[model] as number,
    })),
    removed,
    weights,
    offers,
  };
}

/** Models in their places, each with the offer that stands for it. */
function showOffers(
  { columns }: FilteredCatalog,
  { atHand = [], cheapest: isCheapest = false }: Wish,
  offers: Offers,
  {
    offered,
    models,
    places,
  }: { offered: OfferedModels; models: DecidedModels; places: readonly Place[] },
): Placed[] {
  const { rows, costs } = offers;
  const configured = atHand.length > 0 ? flagsOf(columns.providers, atHand, 0) : undefined;
  const groupOf = ({ model }: Place): number => offered.groups[model] as number;
  const others = alternativesOf(columns, offers, places.map(groupOf), configured);
  const usualRow = (model: number): number => rows[offered.usual[model] as number] as number;
  return places.map((place): Placed => {
    const { model, band, openedBy } = place;
    const usual = offered.usual[model] as number;
    const { cheapest = usual, atHand: own } = others.get(groupOf(place)) ?? {};
    const row = rows[isCheapest ? cheapest : (own ?? usual)] as number;
    const of = models.of[model] as number;
    const cost = models.costs[model] as number;
    return {
      group: groupOf(place),
      row,
      why: whyOf(columns, row, configured),
      usualRow: usualRow(model),
      cheapestRow: Number.isNaN(costs[cheapest]) ? undefined : rows[cheapest],
      deciding: { perRequest: of === 0 ? null : cost, of: costsOf[of - 1] ?? null },
      band,
      openedBy: usualRow(openedBy),
      isNamed: columns.standing[row] === 0,
    };
  });
}

// what nobody knows is never among the first ten, unless it is asked for or all there is
const fewestBefore = 10;
const unnamed =
  "a router, a moving alias, a preview or of no known maker (--maker and --provider ask for one)";

function leaveOut(
  columns: Columns,
  offers: Offers,
  groups: Uint32Array,
  models: readonly number[],
): Removed[] {
  if (models.length === 0) return [];
  const out = new Set(models.map((model) => groups[model]));
  let count = 0;
  for (let at = 0; at < offers.count; at += 1) {
    if (out.has(columns.group[offers.rows[at] as number])) count += 1;
  }
  return [{ constraint: unnamed, count }];
}

type DecidedModels = Models & DecidingCosts;

/** The row of a model says what is the model's, whichever it is. Writes down what it costs there, too. */
function describeModels(
  catalog: FilteredCatalog,
  offered: OfferedModels,
  offers: Offers,
  costsOfUsual: Float64Array,
  usage: Budget["usage"],
): DecidedModels {
  const { columns } = catalog;
  const { count, groups, usual } = offered;
  const found = { costs: new Float64Array(count).fill(Number.NaN), of: new Uint8Array(count) };
  const quality = new Float64Array(count);
  const spread = new Float64Array(count);
  for (let model = 0; model < count; model += 1) {
    const at = usual[model] as number;
    const row = offers.rows[at] as number;
    costsOfUsual[model] = offers.costs[at] as number;
    quality[model] = columns.quality[row] as number;
    spread[model] = columns.spread[row] as number;
  }
  const settle = (which: readonly number[]): void =>
    settleCosts(catalog, offered, offers, { usage, which, found });
  return { ...found, groups, quality, spread, settle };
}

type InOrder = (which: readonly number[], wanted: Wanted) => Place[];

/** A figure of conversations says nothing of other kinds. */
function orderOf(columns: Columns, { kind }: UseCase, models: Models, width: number): InOrder {
  if (kind === "chat") return (which, wanted) => inBands(models, which, width, wanted);
  const facts = factsOf(columns, models.groups.subarray(0, models.quality.length));
  const order = kind === "embedding" ? embeddingsInOrder : imagesInOrder;
  return (which, wanted) => order(models, facts, which, width, wanted);
}
