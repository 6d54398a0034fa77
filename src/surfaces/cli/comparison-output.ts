import { fitLines } from "./render/fit-lines.ts";
import type { Comparison } from "../../operations/compare-models/compare-models.ts";
import { flatten } from "../../operations/projection.ts";
import type { Outcome } from "../../operations/operation.ts";
import type { CliContext } from "./context.ts";
import type { Flag } from "./flag.ts";
import { type FormatOptions, formatFlag, readFormat } from "./format-flag.ts";
import { noPager, printPaged } from "./printed-text.ts";
import { renderCharts, renderComparison } from "./render/comparison.ts";
import { isShared, showValues } from "./render/comparison-cells.ts";
import { type Cells, rendered } from "./render/formats.ts";

export const comparisonFlags: readonly Flag[] = [
  formatFlag("comparison"),
  { name: "--chart", about: "bars for prices, limits and benchmarks" },
  { name: "--all", about: "lines that only one model has, too" },
  noPager,
];

/** Lines are of what stands in a row; a document gives the models as well, with all that is known of them. */
export function shownOfModels(options: FormatOptions): { shown?: string[] } {
  const format = readFormat(options, "text");
  return format === "json" || format === "yaml" ? {} : { shown: ["ref"] };
}

interface ComparisonOptions extends FormatOptions {
  chart?: boolean;
  all?: boolean;
  pager?: boolean;
}

export async function printComparison(
  context: CliContext,
  outcome: Outcome<Comparison>,
  options: ComparisonOptions,
): Promise<void> {
  context.report(outcome);
  const { result } = outcome;
  const format = readFormat(options, "text");
  if (format === "json") return context.printJson(outcome);
  const written = rendered(format, {
    value: () => result,
    rows: () => rowsOf(result),
    cells: (name) => (name === "md" ? cellsOf(result) : valuesOf(result)),
  });
  if (written !== undefined) return context.print(await written);
  if (options.chart === true)
    return context.print(await fitLines(await renderCharts(result, context), context.width));
  const lines = options.all === true ? result.lines : result.lines.filter(isShared);
  noteLeftOut(context, result.lines.length - lines.length);
  const text = await renderComparison({ ...result, lines }, context);
  await printPaged(context, text, text.text.split("\n").length, options.pager !== false);
}

function noteLeftOut(context: CliContext, count: number): void {
  if (count === 0) return;
  const [lines, them] = count === 1 ? ["line", "it"] : ["lines", "them"];
  context.note(`${count} ${lines} left out that only one model has; --all shows ${them}`);
}

/** A row for each line as JSON has it, its values under the refs of the models. */
function rowsOf({ models, lines }: Comparison): object[] {
  return lines.map(({ name, unit, values }) => ({
    name,
    unit,
    ...Object.fromEntries(models.map(({ ref }, at) => [ref, values[at]])),
  }));
}

function valuesOf(comparison: Comparison): Cells {
  const refs = comparison.models.map(({ ref }) => ref);
  return {
    rows: rowsOf(comparison).map((row) => flatten(row)),
    fields: ["name", "unit", ...new Set(refs)],
  };
}

/** A row for each line as people read it, a column for each model. */
function cellsOf({ models, lines }: Comparison): Cells {
  const refs = models.map(({ ref }) => ref);
  const rows = lines.map((line) => {
    const cells = showValues(line, "–");
    return Object.fromEntries([["", line.name], ...refs.map((ref, at) => [ref, cells[at]])]);
  });
  return { rows, fields: ["", ...refs] };
}
