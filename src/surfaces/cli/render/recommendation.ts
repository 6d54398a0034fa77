import type { Recommendation } from "../../../catalog/recommend/describe-ranking.ts";
import type { Recommended } from "../../../operations/recommend-models/recommend-models.ts";
import type { CliContext } from "../context.ts";
import { type Drawable, type Drawn, drawn, joined, lineFeed } from "./drawn.ts";
import { showBound, showUsd } from "./money.ts";
import { showCount, showTokens } from "./numbers.ts";
import { renderScatter } from "./scatter.ts";
import type { Style } from "./style.ts";
import { renderTable, type TableColumn, tableLines } from "./table.ts";
import { sayUsage } from "./usage.ts";

/** The recommendations, what was ruled out, and the models nobody beats in both cost and quality. */
export async function renderRecommendations(
  result: Recommended,
  { style, width }: CliContext,
  { explain, chart }: { explain?: boolean; chart?: boolean },
): Promise<Drawn> {
  const { recommendations, usage, digest, candidates } = result;
  const parts: Drawable[] = [sayRemoved(result, style)];
  if (recommendations.length === 0) {
    // of a catalog without models there is nothing to loosen
    if (result.removed.length === 0) return drawn`No model is left.\n`;
    return joined([...parts, drawn`No model is left: loosen a constraint above.\n`], lineFeed);
  }
  parts.push(await renderTable(recommendations, columns(style), style, width));
  if (explain === true) parts.push(await explanations(recommendations, style, width));
  if (result.frontPoints.length > 0) {
    const title = style.bold("Nobody is both cheaper and better than these");
    parts.push(
      drawn`${title}\n${await renderTable(result.frontPoints, frontColumns, style, width)}`,
    );
    const picture = chart === true ? renderScatter(result.frontPoints, style, width) : undefined;
    if (picture !== undefined) parts.push(picture);
  }
  const about = `of ${candidates} models, for ${sayUsage(usage)} a request`;
  const source = `catalog ${digest.slice(0, 19)}`;
  const isNarrow = width !== undefined && about.length + source.length + 2 > width;
  parts.push(style.dim(drawn`${about}${isNarrow ? lineFeed : "; "}${source}`));
  return drawn`${joined(parts, lineFeed)}\n`;
}

function sayRemoved({ removed }: Recommended, style: Style): Drawn {
  const lines = removed.map(
    ({ constraint, count }) => drawn`  ${style.dim(showCount(count).padStart(6))}  ${constraint}`,
  );
  return drawn`${style.bold("Ruled out")}\n${joined(lines, lineFeed)}\n`;
}

function columns(style: Style): TableColumn<Recommendation>[] {
  const right = "right" as const;
  const { unknown } = style;
  const value = (one: Recommendation, name: string): string => {
    const factor = one.factors.find((entry) => entry.name === name);
    return factor?.value === null || factor === undefined ? unknown : factor.value.toFixed(2);
  };
  return [
    { title: "model", value: ({ model }) => model.ref, paint: (text) => style.bold(text) },
    { title: "score", value: ({ score }) => score.toFixed(3), align: right },
    {
      title: "per request",
      value: ({ cost }) => showBound(cost.perRequest, cost.complete, unknown),
      align: right,
      importance: 9,
    },
    {
      title: "per month",
      value: ({ cost }) =>
        cost.perMonth === null ? "" : showBound(cost.perMonth, cost.complete, unknown),
      align: right,
      importance: 8,
    },
    { title: "quality", value: (one) => value(one, "quality"), align: right, importance: 7 },
    {
      title: "context",
      value: ({ model }) => showTokens(model.limits.context, unknown),
      align: right,
      importance: 6,
    },
    { title: "released", value: ({ model }) => model.releaseDate ?? unknown, importance: 5 },
  ];
}

async function explanations(
  recommendations: readonly Recommendation[],
  style: Style,
  width: number | undefined,
): Promise<Drawn> {
  const parts: Drawn[] = [];
  for (const { model, score, factors } of recommendations) {
    const table = await tableLines(
      factors,
      [
        { title: "factor", value: ({ name }) => name },
        { title: "weight", value: (one) => one.weight.toFixed(2), align: "right" },
        { title: "value", value: (one) => one.value?.toFixed(2) ?? style.unknown, align: "right" },
        { title: "because", value: ({ reason }) => reason },
      ],
      style,
      width === undefined ? undefined : width - 2,
    );
    const lines = table.map((line) => drawn`  ${line}\n`);
    parts.push(drawn`${style.bold(model.ref)}  ${score.toFixed(3)}\n${joined(lines)}`);
  }
  return joined(parts, lineFeed);
}

const frontColumns: TableColumn<Recommended["frontPoints"][number]>[] = [
  { title: "model", value: ({ ref }) => ref },
  { title: "per request", value: ({ perRequest }) => showUsd(perRequest), align: "right" },
  { title: "quality", value: ({ quality }) => quality.toFixed(2), align: "right" },
];
