import { filterRows } from "../../catalog/query/filter.ts";
import type { ModelFilter } from "../../catalog/query/filter-fields.ts";
import { hiddenNotes } from "../../catalog/query/hidden.ts";
import { resolveFilter } from "../../catalog/query/resolve.ts";
import type { CatalogView } from "../../catalog/view.ts";
import type { Warning } from "../../failure.ts";
import type { System } from "../../system/ports.ts";
import { configuredIn } from "../configured.ts";
import { checkOrder, inOrder, type ListedModel, modelsOf } from "../listed-models.ts";
import type { Operation } from "../operation.ts";
import type { ListModelsInput } from "./input.ts";

export const listModels: Operation<ListModelsInput, ListedModel[]> = listedAs(
  (view, rows, { usage }) => modelsOf(view, rows, usage),
);

/** The same list as the bytes of JSON Lines, one model a line: five thousand rows without parsing one. */
export const listModelLines: Operation<ListModelsInput, Uint8Array> = listedAs((view, rows) =>
  view.linesAt(rows),
);

function listedAs<Result>(
  give: (view: CatalogView, rows: readonly number[], input: ListModelsInput) => Result,
): Operation<ListModelsInput, Result> {
  return async ({ access, machine }, input, options) => {
    checkOrder(input);
    const { result, catalog, warnings } = await access.ask(options, (view) => {
      const { rows, notes } = chooseRows(view, input, machine);
      return { given: give(view, rows, input), notes };
    });
    return { result: result.given, catalog, warnings: [...warnings, ...result.notes] };
  };
}

function chooseRows(
  view: CatalogView,
  input: ListModelsInput,
  { environment }: Pick<System, "environment">,
): { rows: number[]; notes: Warning[] } {
  const notes: Warning[] = [];
  const configured = configuredIn(view, environment, notes);
  const filter: ModelFilter = resolveFilter(input, view, configured);
  const found = filterRows(view, filter);
  const rows = inOrder(view, found.rows, input);
  return { rows, notes: [...notes, ...hiddenNotes(found, rows.length)] };
}
