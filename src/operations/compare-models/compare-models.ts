import { type Fit, fitOfUsage } from "../../catalog/cost/fit.ts";
import { compareModels } from "../../catalog/compare/compare-models.ts";
import { type ComparedLine, differs } from "../../catalog/compare/line.ts";
import { freedoms } from "../../catalog/words/freedoms.ts";
import type { ModelInfo } from "../../catalog/words/model.ts";
import type { CatalogView } from "../../catalog/view.ts";
import type { Configuration } from "../../config/configuration.ts";
import { ModelForgeError, type Warning } from "../../failure.ts";
import { deprecationNotes } from "../deprecation.ts";
import { lacksAny } from "../may-lack.ts";
import { misunderstood } from "../not-understood.ts";
import type { Operation } from "../operation.ts";
import { namedModel } from "../named-model.ts";
import type { CompareModelsInput } from "./input.ts";
import { rateFor } from "../rated.ts";
import { totalMeant } from "../total-meant.ts";
import { askAboutModels } from "../removed-model.ts";

export interface Comparison {
  /** `asked` is what was asked for, where it was another spelling; whether a usage fits stands where one was given. */
  models: (ModelInfo & Partial<Fit> & { asked?: string })[];
  /** One per property; `values` and `best` go by the position in `models`. */
  lines: ComparedLine[];
}

export const mostCompared = 8;

export const compareSeveral: Operation<CompareModelsInput, Comparison> = async (
  { access, configuration },
  input,
  options,
) => {
  const { result, catalog, warnings } = await askAboutModels(access, options, (view, about) => {
    rateFor(view, options.shown);
    const { comparison, notes: taken } = compareNamed(view, input, configuration);
    const { models } = comparison;
    const notes = [
      ...taken,
      ...totalMeant(input.usage, models),
      ...deprecationNotes(view, models, input.usage),
    ];
    const lacking = lacksAny(models) ? misunderstood(about).addShown(models) : undefined;
    return { comparison, notes, lacking };
  });
  const all = [...warnings, ...result.notes];
  return { result: result.comparison, catalog, warnings: result.lacking?.warnings(all) ?? all };
};

export function compare(view: CatalogView, input: CompareModelsInput): Comparison {
  return compareNamed(view, input).comparison;
}

function compareNamed(
  view: CatalogView,
  input: CompareModelsInput,
  configuration?: Configuration,
): { comparison: Comparison; notes: Warning[] } {
  if (input.models.length < 2 || input.models.length > mostCompared) throw wrongNumber(input);
  const compared = input.models.map((name) => {
    const { entry, ...rest } = namedModel(view, { name, anySeller: true }, configuration);
    const model = view.modelAt(entry.row, entry.model);
    return { model, facts: view.factsOf(entry), isApart: isApart(view, entry.row, model), ...rest };
  });
  const lines = compareModels(compared, input.usage, input.requests);
  const comparison = {
    models: compared.map(({ model, asked }) => ({
      ...model,
      ...(input.usage === undefined ? {} : fitOfUsage(model.limits, input.usage)),
      ...(asked === undefined ? {} : { asked }),
    })),
    lines: input.onlyDifferences === true ? lines.filter(differs) : lines,
  };
  return { comparison, notes: compared.flatMap(({ note }) => note ?? []) };
}

/** Whether what a row lists at 0 is sold in a plan or runs on one's own machine. */
function isApart(view: CatalogView, row: number, { price }: ModelInfo): boolean {
  if (price?.input !== 0 || price.output !== 0) return false;
  return view.columns.free[row] !== freedoms.indexOf("free");
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
