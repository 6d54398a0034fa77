import { type Cost, estimateCost } from "../catalog/cost/estimate-cost.ts";
import { type Fit, fitOfUsage } from "../catalog/cost/fit.ts";
import { asRequests, type Usage } from "../catalog/cost/usage.ts";
import type { FilterInput } from "../catalog/query/filter-fields.ts";
import { type SortKey, sortRows, usualOrder } from "../catalog/query/sort.ts";
import { sortByCost } from "../catalog/query/sort-by-cost.ts";
import type { CatalogView } from "../catalog/view.ts";
import type { ModelInfo } from "../catalog/words/model.ts";
import { ModelForgeError } from "../failure.ts";

/** A model of a list; whether a request of the usage can be sent to it is there where its cost is. */
export interface ListedModel extends ModelInfo, Partial<Fit> {
  /** What the usage costs with it, in USD; there where a usage was given. */
  cost?: Cost;
}

/** What puts rows in order. */
export interface Order {
  /** Makers' rows first, the newest of them before the others, if not given; `cost` needs a usage. */
  sort?: SortKey | "cost";
  descending?: boolean;
  usage?: Usage;
  limit?: number;
}

/** Throws `usage.missing-argument` where an order or a number of requests is of a cost that nothing describes. */
export function checkOrder({
  sort,
  usage,
  maxCost,
  requests,
}: FilterInput & { sort?: string }): void {
  if (sort === "cost" && usage === undefined) {
    throw new ModelForgeError("usage.missing-argument", {
      message: "an order by cost needs a usage",
      hint: "add --input 40k --output 2k",
    });
  }
  if (requests === undefined || maxCost !== undefined) return;
  throw new ModelForgeError("usage.missing-argument", {
    message: "a number of requests is for a ceiling on what they cost",
    hint: "add --max-cost, the most it may cost in USD",
  });
}

/** The first rows in the order asked for; all of them where there is no limit. */
export function inOrder(view: CatalogView, rows: Uint32Array, order: Order): number[] {
  const { sort = usualOrder, descending = false, usage, limit } = order;
  if (sort !== "cost") return sortRows(rows, view.columns, sort, descending, limit);
  // checkOrder has seen to it that there is a usage
  const sorted = usage === undefined ? Array.from(rows) : sortByCost(rows, view, usage, descending);
  return sorted.slice(0, limit);
}

/** The models of rows, each with what the usage costs where there is one. */
export function modelsOf(
  view: CatalogView,
  rows: readonly number[],
  { usage, requests }: Pick<FilterInput, "usage" | "requests">,
): ListedModel[] {
  const models = view.modelsAt(rows);
  if (usage === undefined) return models;
  const all = requests === undefined ? undefined : asRequests(requests);
  return models.map((model) => {
    const cost = estimateCost(model, usage, all);
    return Object.assign({}, model, { cost }, fitOfUsage(model.limits, usage));
  });
}

/** What rows have to take: an order by cost is of those that can. */
export function usageToTake({ sort, usage }: Pick<Order, "usage"> & { sort?: string }) {
  return sort === "cost" ? usage : undefined;
}
