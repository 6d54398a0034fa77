import type { Usage } from "../../catalog/cost/usage.ts";
import { noUsage, workOfBatch } from "./batch.ts";
import { type Cost, estimateCost } from "../../catalog/cost/estimate-cost.ts";
import { type Fit, fitOfUsage } from "../../catalog/cost/fit.ts";
import { unlistedOf } from "../../catalog/cost/unlisted.ts";
import type { CatalogView } from "../../catalog/view.ts";
import type { Configuration } from "../../config/configuration.ts";
import type { Warning } from "../../failure.ts";
import { arranged } from "../arranged-costs.ts";
import { aboveBudget } from "../budget.ts";
import type { ModelInfo } from "../../catalog/words/model.ts";
import { deprecationNotes } from "../deprecation.ts";
import { lacksAny } from "../may-lack.ts";
import { misunderstood } from "../not-understood.ts";
import { namedModel } from "../named-model.ts";
import type { Operation } from "../operation.ts";
import type { EstimateCostInput } from "./input.ts";
import { totalMeant } from "../total-meant.ts";
import { askAboutModels } from "../removed-model.ts";

/** `fits`, `exceeds`: whether the model can take one request of the usage. */
export interface AskedCost extends Cost, Fit {
  /** Of a batch: how many requests it is, and USD for all of them; what is per request is of the largest. */
  batch?: { requests: number; total: number | null };
  /** What was asked for, where it was another spelling. */
  asked?: string;
}

export const estimateCosts: Operation<EstimateCostInput, AskedCost[]> = async (
  { access, configuration },
  input,
  options,
) => {
  const { result, catalog, warnings } = await askAboutModels(access, options, (view, about) => {
    const { costs, models, rows, notes } = costAll(view, input, configuration);
    const lacking = lacksAny(models)
      ? misunderstood(about).addShown(models, ["price", "limits"])
      : undefined;
    const rowOf = ({ ref }: AskedCost): number => rows.get(ref) as number;
    return { costs: arranged(costs, input, { view, rowOf }), notes, lacking };
  });
  const all = [...warnings, ...result.notes];
  return {
    result: result.costs,
    catalog,
    warnings: result.lacking?.warnings(all) ?? all,
  };
};

/** What each costs, cheapest first, with the number of its row. */
export function costAll(
  view: CatalogView,
  input: EstimateCostInput,
  configuration?: Configuration,
): { costs: AskedCost[]; models: ModelInfo[]; rows: Map<string, number>; notes: Warning[] } {
  const { usage, costOf, notes: about } = workOf(input);
  const found = findAll(view, input, configuration);
  const costs = cheapestFirst(
    found.map(({ model, asked }) => ({
      ...costOf(model),
      ...fitOfUsage(model.limits, usage),
      ...(asked === undefined ? {} : { asked }),
    })),
  );
  const models = found.map(({ model }) => model);
  const notes = [
    ...about,
    ...found.flatMap(({ note }) => note ?? []),
    ...incompleteNotes(costs),
    ...totalMeant(usage, models, { total: input.batch?.total }),
    ...aboveBudget(models, configuration),
    ...deprecationNotes(view, models, usage),
  ];
  const rows = new Map(found.map(({ model, row }) => [model.ref, row]));
  return { costs, models, rows, notes };
}

/** What is to be costed: the largest request of it, what it costs with a model, and what there is to say of it. */
export interface Work {
  usage: Usage;
  costOf(model: ModelInfo): Cost & Pick<AskedCost, "batch">;
  notes: Warning[];
}

function workOf({ usage, batch, requests }: EstimateCostInput): Work {
  if (batch !== undefined) return workOfBatch(batch, usage, requests);
  if (usage === undefined) throw noUsage();
  return { usage, costOf: (model) => estimateCost(model, usage, requests), notes: [] };
}

/** The rows meant, each once. */
function findAll(
  view: CatalogView,
  { models, provider }: EstimateCostInput,
  configuration: Configuration | undefined,
) {
  const rows = models.map((name) => namedModel(view, { name, provider }, configuration));
  const byRow = new Map(rows.map((found) => [found.entry.row, found]));
  return [...byRow.values()].map(({ entry, asked, note }) => ({
    model: view.modelAt(entry.row, entry.model),
    row: entry.row,
    asked,
    note,
  }));
}

/** What is not known to the end goes after what is; without any price, last. */
function cheapestFirst<Row extends AskedCost>(costs: readonly Row[]): Row[] {
  const place = ({ complete, perRequest }: Cost): number =>
    perRequest === null ? 2 : complete ? 0 : 1;
  const usd = ({ batch, perRequest }: Row): number => batch?.total ?? perRequest ?? 0;
  return [...costs].sort(
    (a, b) =>
      place(a) - place(b) || usd(a) - usd(b) || (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0),
  );
}

function incompleteNotes(costs: readonly Cost[]): Warning[] {
  return costs
    .filter(({ complete }) => !complete)
    .map((cost) => ({ code: "cost.incomplete", message: sayIncomplete(cost) }));
}

function sayIncomplete(cost: Cost): string {
  const { ref, perRequest } = cost;
  if (perRequest === null) return `${ref} has no listed price: its cost is unknown, not zero`;
  const { unpriced, hasTwoOutputs, unclear } = unlistedOf(cost);
  const bounds = [
    ...(unpriced.length === 0 ? [] : [`lists no price for ${unpriced.join(", ")}`]),
    ...(hasTwoOutputs ? ["lists two prices for output, and not which all of it has"] : []),
  ];
  const said = [
    ...(bounds.length === 0 ? [] : [`${bounds.join(" and ")}: its cost is a lower bound`]),
    ...(unclear.length === 0
      ? []
      : [
          `lists ${unclear.join(", ")} with its price, which ${unclear.length === 1 ? "counts" : "count"} for nothing here: its cost may be another`,
        ]),
  ];
  return `${ref} ${said.join("; it ")}`;
}
