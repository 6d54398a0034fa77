import type { Usage } from "../../catalog/cost/usage.ts";
import { ceilingNotes } from "../../catalog/query/ceiling-notes.ts";
import { contradictions } from "../../catalog/query/contradictions.ts";
import { explainHidden, filterRows } from "../../catalog/query/filter.ts";
import type { ModelFilter } from "../../catalog/query/filter-fields.ts";
import { hiddenNotes } from "../../catalog/query/hidden.ts";
import { resolveFilter } from "../../catalog/query/resolve.ts";
import { valuesOfList } from "../../catalog/query/rests-on.ts";
import { findRows } from "../../catalog/search/find.ts";
import type { CatalogView } from "../../catalog/view.ts";
import type { Warning } from "../../failure.ts";
import { asksForBest } from "../asks-for-best.ts";
import { atHandFor, configuredIn } from "../configured.ts";
import { checkOrder, inOrder, type ListedModel, modelsOf, usageToTake } from "../listed-models.ts";
import { mayLack } from "../may-lack.ts";
import { misunderstood } from "../not-understood.ts";
import { type Operation, ofAllRows } from "../operation.ts";
import { purposeNote } from "../purpose.ts";
import { rateFor } from "../rated.ts";
import { totalMeantOfAll } from "../total-meant.ts";
import type { SearchModelsInput } from "./input.ts";

export const searchModels: Operation<SearchModelsInput, ListedModel[]> = async (
  context,
  input,
  options,
) => {
  const { access } = context;
  checkOrder(input);
  const { query, sort, limit, usage } = input;
  const having = await atHandFor(input.configured, context);
  const { result, catalog, warnings } = await access.ask(ofAllRows(options), (view, about) => {
    rateFor(view, options.shown);
    const configured: Warning[] = [];
    const filter = resolveFilter(input, view, configuredIn(view, having, configured));
    const hits = findRows(view, query);
    const toTake = usageToTake(input);
    const found = filterRows(view, filter, hits, toTake);
    const shown =
      sort === undefined || sort === "relevance"
        ? Array.from(found.rows.subarray(0, limit))
        : inOrder(view, found.rows, { ...input, sort });
    const notes = [...configured, ...ceilingNotes(input), ...hiddenNotes(found, shown.length)];
    if (found.rows.length === 0)
      notes.push(...contradictions(filter), ...whyNothing(view, filter, hits, toTake));
    if (found.hiddenUnfit > 0) notes.push(...totalMeantOfAll(usage, view.columns.context));
    if (asksForBest.test(query)) notes.push(purposeNote(query));
    const chosen = { filter, sort: sort ?? "relevance", among: () => hits } as const;
    const lacking = mayLack(about, valuesOfList(chosen, options.shown))
      ? misunderstood(about).addChoice(view, chosen).addRows(view, shown, options.shown)
      : undefined;
    return { models: modelsOf(view, shown, input), notes, lacking };
  });
  const all = [...warnings, ...result.notes];
  return { result: result.models, catalog, warnings: result.lacking?.warnings(all) ?? all };
};

const mostExplained = 3;

function whyNothing(
  view: CatalogView,
  filter: ModelFilter,
  hits: readonly number[],
  toTake: Usage | undefined,
): Warning[] {
  return hits.slice(0, mostExplained).map((row) => {
    const reasons = explainHidden(view, filter, row, toTake);
    return {
      code: "search.hidden",
      message: `${view.refs[row]} matches but is left out: ${reasons.join(", ")}`,
    };
  });
}
