import type { ComparedLine, LineUnit, LineValue } from "../../../catalog/compare/line.ts";
import type { Comparison } from "../../../operations/compare-models/compare-models.ts";
import type { CliContext } from "../context.ts";
import { type Bar, renderBars } from "./bars.ts";
import { type Drawn, drawn, joined, lineFeed } from "./drawn.ts";
import { showUsd } from "./money.ts";
import { showCount, showNumber, showPrice } from "./numbers.ts";
import type { Style } from "./style.ts";
import { renderTable, type TableColumn } from "./table.ts";

const nameWidth = 30;
const columnWidth = 20;

const show: Record<LineUnit, (value: LineValue) => string> = {
  "usd-per-million": (value) => showPrice(value as number, ""),
  usd: (value) => showUsd(value as number),
  tokens: (value) => showCount(value as number),
  score: (value) => showNumber(value as number),
  date: (value) => value as string,
  "yes-no": (value) => (value === true ? "yes" : "no"),
  text: (value) => value as string,
  words: (value) => (value as string[]).join(" "),
};

/** What stands in a cell; the best has a star, so that colour is not needed to see it. */
export function showValue(
  { unit, values, best }: ComparedLine,
  at: number,
  unknown: string,
): string {
  const value = values[at];
  if (value === null || value === undefined) return unknown;
  return `${show[unit](value)}${best.includes(at) ? " *" : ""}`;
}

/** Side by side; where a terminal is too narrow for all, block below block. */
export async function renderComparison(
  { models, lines }: Comparison,
  { style, width }: CliContext,
): Promise<Drawn> {
  const perBlock =
    width === undefined
      ? models.length
      : Math.max(1, Math.floor((width - nameWidth) / columnWidth));
  const blocks: Drawn[] = [];
  for (let first = 0; first < models.length; first += perBlock) {
    const shown = models.slice(first, first + perBlock);
    const columns: TableColumn<ComparedLine>[] = [
      { title: "", value: ({ name }) => name },
      ...shown.map(
        ({ ref }, at): TableColumn<ComparedLine> => ({
          title: ref,
          value: (line) => showValue(line, first + at, style.unknown),
          paint: (text, { best }) => (best.includes(first + at) ? style.green(text) : text),
        }),
      ),
    ];
    blocks.push(await renderTable(lines, columns, style, width));
  }
  return drawn`${joined(blocks, lineFeed)}\n${style.dim("* the best of its line")}\n`;
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
  const bars = models.map(({ ref }, at): Bar => {
    const value = line.values[at];
    return {
      label: ref,
      value: typeof value === "number" ? value : null,
      shown: showValue(line, at, style.unknown),
    };
  });
  const unit = line.unit === "usd-per-million" ? ", USD per 1M tokens" : "";
  return drawn`${style.bold(`${line.name}${unit}`)}\n${await renderBars(bars, style, width)}`;
}
