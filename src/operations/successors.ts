import { estimateCost } from "../catalog/cost/estimate-cost.ts";
import type { Usage } from "../catalog/cost/usage.ts";
import { usualUsage } from "../catalog/offers/find-offers.ts";
import { findSuccessor } from "../catalog/offers/successor.ts";
import type { CatalogView } from "../catalog/view.ts";
import type { ModelInfo } from "../catalog/words/model.ts";

/** What to take instead of a model. */
export interface Successor {
  ref: string;
  why: "recommended" | "nearest-in-price";
  /** USD for the usage, that of `cost` where none was given; null where a price that it needs is not listed. */
  cost: number | null;
  /** The same of the model it stands for. */
  costBefore: number | null;
}

/** The recommended one first, and where that is more than twice as dear, the one nearest in price; `own` is the model's row. */
export function successorsOf(
  view: CatalogView,
  model: ModelInfo,
  usage: Usage = usualUsage,
): Successor[] {
  const found = findSuccessor(model, view, usage, view.findModelEntry(model.ref)?.row);
  if (found === undefined) return [];
  const costBefore = known(model, usage);
  const describe = (row: number, why: Successor["why"]): Successor => {
    const successor = view.modelAt(row);
    return { ref: successor.ref, why, cost: known(successor, usage), costBefore };
  };
  const { recommended, nearestInPrice: nearest } = found;
  return [
    describe(recommended, "recommended"),
    ...(nearest === undefined ? [] : [describe(nearest, "nearest-in-price")]),
  ];
}

function known(model: ModelInfo, usage: Usage): number | null {
  const { complete, perRequest } = estimateCost(model, usage);
  return complete ? perRequest : null;
}

/** `p/new, which costs 350 % more, or p/mini, the nearest in price, which costs 20 % more` */
export function saySuccessors(successors: readonly Successor[]): string {
  return successors
    .map((one) => {
      const how = one.why === "nearest-in-price" ? ", the nearest in price" : "";
      return `${one.ref}${how}${changeOfCost(one)}`;
    })
    .join(", or ");
}

function changeOfCost({ cost, costBefore }: Successor): string {
  if (costBefore === null || cost === null) return "";
  if (costBefore === 0)
    return cost === 0 ? "" : `, which is not free: USD ${Number(cost.toPrecision(4))} a request`;
  const percent = Math.round((cost / costBefore - 1) * 100);
  if (percent === 0) return `, which costs ${cost === costBefore ? "" : "about "}the same`;
  return `, which costs ${Math.abs(percent)} % ${percent > 0 ? "more" : "less"}`;
}
