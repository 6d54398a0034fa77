import { compareModels } from "../../catalog/compare/compare-models.ts";
import { type ComparedLine, differs } from "../../catalog/compare/line.ts";
import type { ModelInfo } from "../../catalog/words/model.ts";
import { resolveModel } from "../../catalog/search/resolve-model.ts";
import type { CatalogView } from "../../catalog/view.ts";
import { ModelForgeError } from "../../failure.ts";
import { deprecationNotes } from "../deprecation.ts";
import { lacksAny } from "../may-lack.ts";
import { misunderstood } from "../not-understood.ts";
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
  const { result, catalog, warnings } = await askAboutModels(access, options, (view, about) => {
    const comparison = compare(view, input);
    const notes = deprecationNotes(view, comparison.models, input.usage);
    const { models } = comparison;
    const lacking = lacksAny(models) ? misunderstood(about).addShown(models) : undefined;
    return { comparison, notes, lacking };
  });
  const all = [...warnings, ...result.notes];
  return { result: result.comparison, catalog, warnings: result.lacking?.warnings(all) ?? all };
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
