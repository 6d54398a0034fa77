import { type ModelFilter, filterRows } from "../../catalog/query/filter.ts";
import { hiddenNotes } from "../../catalog/query/hidden.ts";
import { type FilterInput, resolveFilter } from "../../catalog/query/resolve.ts";
import { type SortKey, sortRows } from "../../catalog/query/sort.ts";
import type { ModelInfo } from "../../catalog/model.ts";
import { configuredProviders } from "../../credentials/from-environment.ts";
import type { Operation } from "../operation.ts";

export interface ListModelsInput extends FilterInput {
  /** `ref` if not given. */
  sort?: SortKey;
  descending?: boolean;
  /** Most rows to give; all if not given. */
  limit?: number;
}

export const listModels: Operation<ListModelsInput, ModelInfo[]> = {
  name: "list-models",
  summary: "Lists the models that meet all conditions.",
  effect: "reads",
  run: async ({ access, machine }, input, options) => {
    const { sort, descending, limit, ...conditions } = input;
    const { result, catalog, warnings } = await access.ask(options, (view) => {
      const filter: ModelFilter = resolveFilter(conditions, view, () =>
        configuredProviders(view.providers(), machine.environment),
      );
      const found = filterRows(view.columns, filter, (row) => view.modelAt(row).price);
      const rows = sortRows(found.rows, view.columns, sort ?? "ref", descending === true);
      const shown = limit === undefined ? rows : rows.slice(0, limit);
      return { models: view.modelsAt(shown), notes: hiddenNotes(found, shown.length) };
    });
    return { result: result.models, catalog, warnings: [...warnings, ...result.notes] };
  },
};
