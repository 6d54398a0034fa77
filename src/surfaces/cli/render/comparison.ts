import type { ComparedLine } from "../../../catalog/compare/line.ts";
import type { Comparison } from "../../../operations/compare-models/compare-models.ts";
import type { CliContext } from "../context.ts";
import { type Bar, renderBars } from "./bars.ts";
import { type ComparedCells, comparisonBlocks } from "./comparison-blocks.ts";
import { showValues } from "./comparison-cells.ts";
import { type Drawn, drawn, joined, lineFeed } from "./drawn.ts";
import type { Style } from "./style.ts";
import { renderTable, type TableColumn } from "./table.ts";

/** Side by side in a pipe; on a terminal in blocks, one below the other, each of which fits it. */
export async function renderComparison(
  { models, lines }: Comparison,
  { style, width }: CliContext,
): Promise<Drawn> {
  const refs = models.map(({ ref }) => ref);
  const shown = lines.map((line) => ({ ...line, cells: showValues(line, style.unknown) }));
  const blocks =
    width === undefined
      ? [await sideBySide(refs, shown, style)]
      : await comparisonBlocks(refs, shown, style, width);
  return drawn`${joined(blocks, lineFeed)}\n${style.dim("* the best of its line")}\n`;
}

function sideBySide(
  refs: readonly string[],
  lines: readonly ComparedCells[],
  style: Style,
): Promise<Drawn> {
  const columns: TableColumn<ComparedCells>[] = [
    { title: "", value: ({ name }) => name },
    ...refs.map(
      (ref, at): TableColumn<ComparedCells> => ({
        title: ref,
        value: ({ cells }) => cells[at] ?? "",
        paint: (text, { best }) => (best.includes(at) ? style.green(text) : text),
      }),
    ),
  ];
  return renderTable(lines, columns, style, undefined);
}

const charted = new Set([
  "cost per request",
  "cost per month",
  "input price",
  "output price",
  "context",
  "output limit",
]);

/** Lines with numbers as bars, one chart below the other. */
export async function renderCharts(
  { models, lines }: Comparison,
  { style, width }: CliContext,
): Promise<Drawn> {
  const known = ({ values }: ComparedLine): number =>
    values.filter((value) => value !== null).length;
  const wanted = lines.filter(
    (line) => (charted.has(line.name) || line.unit === "score") && known(line) > 1,
  );
  const charts: Drawn[] = [];
  for (const line of wanted) charts.push(await renderChart(line, models, style, width));
  return joined(charts, lineFeed);
}

async function renderChart(
  line: ComparedLine,
  models: Comparison["models"],
  style: Style,
  width: number | undefined,
): Promise<Drawn> {
  const cells = showValues(line, style.unknown);
  const bars = models.map(({ ref }, at): Bar => {
    const value = line.values[at];
    return {
      label: ref,
      value: typeof value === "number" ? value : null,
      shown: cells[at] ?? "",
    };
  });
  const unit = line.unit === "usd-per-million" ? ", USD per 1M tokens" : "";
  return drawn`${style.bold(`${line.name}${unit}`)}\n${await renderBars(bars, style, width)}`;
}
