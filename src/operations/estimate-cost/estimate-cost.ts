import { type Cost, costParts, estimateCost } from "../../catalog/cost/estimate-cost.ts";
import { type Fit, fitOfUsage } from "../../catalog/cost/fit.ts";
import { resolveModel } from "../../catalog/search/resolve-model.ts";
import type { CatalogView } from "../../catalog/view.ts";
import type { Warning } from "../../failure.ts";
import { arranged } from "../arranged-costs.ts";
import type { ModelInfo } from "../../catalog/words/model.ts";
import { deprecationNotes } from "../deprecation.ts";
import { lacksAny } from "../may-lack.ts";
import { misunderstood } from "../not-understood.ts";
import type { Operation } from "../operation.ts";
import type { EstimateCostInput } from "./input.ts";
import { totalMeant } from "../total-meant.ts";
import { askAboutModels } from "../removed-model.ts";

/** `fits`, `exceeds`: whether the model can take one request of the usage. */
export interface AskedCost extends Cost, Fit {
  /** What was asked for, where it was another spelling. */
  asked?: string;
}

export const estimateCosts: Operation<EstimateCostInput, AskedCost[]> = async (
  { access },
  input,
  options,
) => {
  const { result, catalog, warnings } = await askAboutModels(access, options, (view, about) => {
    const { costs, models, notes } = costAll(view, input);
    const lacking = lacksAny(models)
      ? misunderstood(about).addShown(models, ["price", "limits"])
      : undefined;
    return { costs, notes, lacking };
  });
  const all = [...warnings, ...result.notes];
  return {
    result: arranged(result.costs, input),
    catalog,
    warnings: result.lacking?.warnings(all) ?? all,
  };
};

/** What each costs, cheapest first. */
export function costAll(
  view: CatalogView,
  { models: names, provider, usage, requests }: EstimateCostInput,
): { costs: AskedCost[]; models: ModelInfo[]; notes: Warning[] } {
  const found = findAll(view, names, provider);
  const costs = cheapestFirst(
    found.map(({ model, asked }) => ({
      ...estimateCost(model, usage, requests),
      ...fitOfUsage(model.limits, usage),
      ...(asked === undefined ? {} : { asked }),
    })),
  );
  const models = found.map(({ model }) => model);
  const notes = [
    ...found.flatMap(({ note }) => note ?? []),
    ...incompleteNotes(costs),
    ...totalMeant(usage, models),
    ...deprecationNotes(view, models, usage),
  ];
  return { costs, models, notes };
}

/** The rows meant, each once. */
function findAll(view: CatalogView, names: readonly string[], provider?: string) {
  const rows = names.map((name) => resolveModel(view, { name, provider }));
  const byRow = new Map(rows.map((found) => [found.entry.row, found]));
  return [...byRow.values()].map(({ entry, asked, note }) => ({
    model: view.modelAt(entry.row, entry.model),
    asked,
    note,
  }));
}

/** What is not known to the end goes after what is; without any price, last. */
function cheapestFirst<Row extends Cost>(costs: readonly Row[]): Row[] {
  const place = ({ complete, perRequest }: Cost): number =>
    perRequest === null ? 2 : complete ? 0 : 1;
  return [...costs].sort(
    (a, b) =>
      place(a) - place(b) ||
      (a.perRequest ?? 0) - (b.perRequest ?? 0) ||
      (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0),
  );
}

function incompleteNotes(costs: readonly Cost[]): Warning[] {
  return costs
    .filter(({ complete }) => !complete)
    .map((cost) => ({ code: "cost.incomplete", message: sayIncomplete(cost) }));
}

function sayIncomplete({ ref, unknown, perRequest }: Cost): string {
  if (perRequest === null) return `${ref} has no listed price: its cost is unknown, not zero`;
  const parts = unknown.filter((name) => knownParts.some((part) => part === name));
  const others = unknown.filter((name) => !parts.includes(name));
  const unlisted = `${ref} lists no price for ${parts.join(", ")}: its cost is a lower bound`;
  if (others.length === 0) return unlisted;
  const unclear = `what ${others.join(", ")} of ${ref} come to is not known: its cost may be another`;
  return parts.length === 0 ? unclear : `${unlisted}; ${unclear}`;
}

const knownParts = [...costParts, "requestFee"] as const;
