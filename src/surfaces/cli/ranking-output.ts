import { modelFields } from "../../catalog/words/model.ts";
import { flatten } from "../../operations/projection.ts";
import type { Outcome } from "../../operations/operation.ts";
import type { Recommended } from "../../operations/recommend-models/recommend-models.ts";
import type { CliContext } from "./context.ts";
import type { Flag } from "./flag.ts";
import { type FormatOptions, formatFlag, readFormat } from "./format-flag.ts";
import { costFields } from "./render/cost-columns.ts";
import type { Drawn } from "./render/drawn.ts";
import { fitLines } from "./render/fit-lines.ts";
import { rendered } from "./render/formats.ts";

export const rankingFlags: readonly Flag[] = [formatFlag("ranking")];

/** Every field of a recommendation by its path, in the order in which flat formats show them. */
const recommendationFields: readonly string[] = [
  ...modelFields.map((field) => `model.${field}`),
  "why",
  ...costFields.map((field) => `cost.${field}`),
  "fits",
  "exceeds",
  "cheapest.ref",
  ...costFields.map((field) => `cheapest.cost.${field}`),
  "quality.value",
  "quality.spread",
  "quality.label",
  "quality.results",
  "evidence.start",
  "evidence.grounds",
  "evidence.moved",
  "evidence.results",
  "band",
  "deciding.perRequest",
  "deciding.of",
  "marks",
  "reasons",
];

/** As a page for people, whole as a document, or its recommendations as rows. */
export async function printRanking(
  context: CliContext,
  outcome: Outcome<Recommended>,
  options: FormatOptions,
  page: (result: Recommended) => Promise<Drawn>,
): Promise<void> {
  context.report(outcome);
  const { result } = outcome;
  const format = readFormat(options, "text");
  if (format === "json") return context.printJson(outcome);
  const written = rendered(format, {
    value: () => result,
    rows: () => result.recommendations,
    cells: () => ({
      rows: result.recommendations.map((one) => flatten(one)),
      fields: recommendationFields,
    }),
  });
  context.print(await (written ?? fitLines(await page(result), context.width)));
}
