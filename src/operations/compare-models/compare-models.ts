import { compareModels } from "../../catalog/compare/compare-models.ts";
import { type ComparedLine, differs } from "../../catalog/compare/line.ts";
import type { ModelInfo } from "../../catalog/words/model.ts";
import { resolveModel } from "../../catalog/search/resolve-model.ts";
import type { CatalogView } from "../../catalog/view.ts";
import { ModelForgeError } from "../../failure.ts";
import { deprecationNotes } from "../deprecation.ts";
import type { Operation } from "../operation.ts";
import type { CompareModelsInput } from "./input.ts";
import { askAboutModels } from "../removed-model.ts";

export interface Comparison {
  models: ModelInfo[];
  /** One per property; `values` and `best` go by the position in `models`. */
  lines: ComparedLine[];
}

export const mostCompared = 8;

export const compareSeveral: Operation<CompareModelsInput, Comparison> = async (
  { access },
  input,
  options,
) => {
  const { result, catalog, warnings } = await askAboutModels(access, options, (view) => {
    const comparison = compare(view, input);
    return { comparison, notes: deprecationNotes(view, comparison.models, input.usage) };
  });
  return { result: result.comparison, catalog, warnings: [...warnings, ...result.notes] };
};

export function compare(view: CatalogView, input: CompareModelsInput): Comparison {
  if (input.models.length < 2 || input.models.length > mostCompared) throw wrongNumber(input);
  const compared = input.models.map((name) => {
    const entry = resolveModel(view, name);
    return { model: view.modelAt(entry.row, entry.model), facts: view.factsOf(entry) };
  });
  const lines = compareModels(compared, input.usage, input.requests);
  return {
    models: compared.map(({ model }) => model),
    lines: input.onlyDifferences === true ? lines.filter(differs) : lines,
  };
}

function wrongNumber({ models }: CompareModelsInput): ModelForgeError {
  const isFew = models.length < 2;
  return new ModelForgeError(isFew ? "usage.missing-argument" : "usage.bad-value", {
    message: isFew
      ? "a comparison needs at least two models"
      : `${models.length} models are more than the ${mostCompared} that fit side by side`,
    hint: "modelforge compare gpt-5 claude-sonnet-4-5",
  });
}
