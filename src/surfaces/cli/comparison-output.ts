import type { Comparison } from "../../operations/compare-models/compare-models.ts";
import type { Outcome } from "../../operations/operation.ts";
import type { CliContext } from "./context.ts";
import type { Flag } from "./flag.ts";
import { type FormatOptions, formatFlag, readFormat } from "./format-flag.ts";
import { renderCharts, renderComparison, showValue } from "./render/comparison.ts";
import { type Cells, rendered } from "./render/formats.ts";

export const comparisonFlags: readonly Flag[] = [
  formatFlag("comparison"),
  { name: "--chart", about: "bars for prices, limits and benchmarks" },
];

/** Lines are of what stands in a row; a document gives the models as well, with all that is known of them. */
export function shownOfModels(options: FormatOptions): { shown?: string[] } {
  const format = readFormat(options, "text");
  return format === "json" || format === "yaml" ? {} : { shown: ["ref"] };
}

export async function printComparison(
  context: CliContext,
  outcome: Outcome<Comparison>,
  options: FormatOptions & { chart?: boolean },
): Promise<void> {
  context.report(outcome);
  const { result } = outcome;
  const format = readFormat(options, "text");
  if (format === "json") return context.printJson(outcome);
  const written = rendered(format, { value: () => result, cells: () => cellsOf(result) });
  if (written !== undefined) return context.print(await written);
  const charts = options.chart === true ? await renderCharts(result, context) : undefined;
  context.print(charts ?? (await renderComparison(result, context)));
}

/** A row for each line, a column for each model. */
function cellsOf({ models, lines }: Comparison): Cells {
  const refs = models.map(({ ref }) => ref);
  const rows = lines.map((line) =>
    Object.fromEntries([
      ["", line.name],
      ...refs.map((ref, at) => [ref, showValue(line, at, "–")]),
    ]),
  );
  return { rows, fields: ["", ...refs] };
}
