import { explainHidden, filterRows } from "../../catalog/query/filter.ts";
import type { ModelFilter } from "../../catalog/query/filter-fields.ts";
import { hiddenNotes } from "../../catalog/query/hidden.ts";
import { resolveFilter } from "../../catalog/query/resolve.ts";
import { findRows } from "../../catalog/search/find.ts";
import type { CatalogView } from "../../catalog/view.ts";
import type { Warning } from "../../failure.ts";
import { configuredIn } from "../configured.ts";
import { checkOrder, inOrder, type ListedModel, modelsOf } from "../listed-models.ts";
import type { Operation } from "../operation.ts";
import type { SearchModelsInput } from "./input.ts";

export const searchModels: Operation<SearchModelsInput, ListedModel[]> = async (
  { access, machine },
  input,
  options,
) => {
  checkOrder(input);
  const { query, sort, limit, usage } = input;
  const { result, catalog, warnings } = await access.ask(options, (view) => {
    const configured: Warning[] = [];
    const filter = resolveFilter(input, view, configuredIn(view, machine.environment, configured));
    const hits = findRows(view, query);
    const found = filterRows(view, filter, hits);
    const shown =
      sort === undefined || sort === "relevance"
        ? Array.from(found.rows.subarray(0, limit))
        : inOrder(view, found.rows, { ...input, sort });
    const notes = [...configured, ...hiddenNotes(found, shown.length)];
    if (found.rows.length === 0) notes.push(...whyNothing(view, filter, hits));
    return { models: modelsOf(view, shown, usage), notes };
  });
  return { result: result.models, catalog, warnings: [...warnings, ...result.notes] };
};

const mostExplained = 3;

function whyNothing(view: CatalogView, filter: ModelFilter, hits: readonly number[]): Warning[] {
  return hits.slice(0, mostExplained).map((row) => {
    const reasons = explainHidden(view, filter, row);
    return {
      code: "search.hidden",
      message: `${view.refs[row]} matches but is left out: ${reasons.join(", ")}`,
    };
  });
}
