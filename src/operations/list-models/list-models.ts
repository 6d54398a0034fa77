import { ceilingNotes } from "../../catalog/query/ceiling-notes.ts";
import { contradictions } from "../../catalog/query/contradictions.ts";
import { filterRows } from "../../catalog/query/filter.ts";
import type { ModelFilter } from "../../catalog/query/filter-fields.ts";
import { hiddenNotes } from "../../catalog/query/hidden.ts";
import { resolveFilter } from "../../catalog/query/resolve.ts";
import { type Chosen, valuesOfList } from "../../catalog/query/rests-on.ts";
import type { CatalogView } from "../../catalog/view.ts";
import type { AtHand } from "../../credentials/from-environment.ts";
import type { Warning } from "../../failure.ts";
import { atHandFor, configuredIn } from "../configured.ts";
import { checkOrder, inOrder, type ListedModel, modelsOf, usageToTake } from "../listed-models.ts";
import { mayLack } from "../may-lack.ts";
import { misunderstood } from "../not-understood.ts";
import { type Operation, ofAllRows } from "../operation.ts";
import { rateFor } from "../rated.ts";
import { totalMeantOfAll } from "../total-meant.ts";
import type { ListModelsInput } from "./input.ts";

export const listModels: Operation<ListModelsInput, ListedModel[]> = listedAs(modelsOf);

/** The same list as the bytes of JSON Lines, one model a line: five thousand rows without parsing one. */
export const listModelLines: Operation<ListModelsInput, Uint8Array> = listedAs((view, rows) =>
  view.linesAt(rows),
);

function listedAs<Result>(
  give: (view: CatalogView, rows: readonly number[], input: ListModelsInput) => Result,
): Operation<ListModelsInput, Result> {
  return async (context, input, options) => {
    const { access } = context;
    checkOrder(input);
    const having = await atHandFor(input.configured, context);
    const { result, catalog, warnings } = await access.ask(ofAllRows(options), (view, about) => {
      rateFor(view, options.shown);
      const { rows, notes, chosen } = chooseRows(view, input, having);
      const lacking = mayLack(about, valuesOfList(chosen, options.shown))
        ? misunderstood(about).addChoice(view, chosen).addRows(view, rows, options.shown)
        : undefined;
      return { given: give(view, rows, input), notes, lacking };
    });
    const all = [...warnings, ...result.notes];
    return { result: result.given, catalog, warnings: result.lacking?.warnings(all) ?? all };
  };
}

function chooseRows(
  view: CatalogView,
  input: ListModelsInput,
  having: AtHand,
): { rows: number[]; notes: Warning[]; chosen: Chosen } {
  const notes: Warning[] = [];
  const configured = configuredIn(view, having, notes);
  const filter: ModelFilter = resolveFilter(input, view, configured);
  const found = filterRows(view, filter, undefined, usageToTake(input));
  const rows = inOrder(view, found.rows, input);
  // an order that nobody asked for is nothing that an answer rests on
  const chosen = { filter, sort: input.sort ?? "ref" };
  notes.push(...ceilingNotes(input), ...hiddenNotes(found, rows.length));
  if (found.rows.length === 0) notes.push(...contradictions(filter));
  if (found.hiddenUnfit > 0) notes.push(...totalMeantOfAll(input.usage, view.columns.context));
  return { rows, notes, chosen };
}
