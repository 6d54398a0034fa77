import type {
  Recommendation,
  Recommended,
} from "../../../operations/recommend-models/recommend-models.ts";
import type { CliContext } from "../context.ts";
import { clean } from "./clean.ts";
import { showBound, showUsd } from "./money.ts";
import { showCount, showTokens } from "./numbers.ts";
import { renderScatter } from "./scatter.ts";
import type { Style } from "./style.ts";
import { renderTable, type TableColumn } from "./table.ts";
import { sayUsage } from "./usage.ts";

/** The recommendations, what was ruled out, and the models nobody beats in both cost and quality. */
export async function renderRecommendations(
  result: Recommended,
  { style, width }: CliContext,
  { explain, chart }: { explain?: boolean; chart?: boolean },
): Promise<string> {
  const { recommendations, usage, digest, candidates } = result;
  const parts = [sayRemoved(result, style)];
  if (recommendations.length === 0) {
    parts.push("No model is left: loosen a constraint above.\n");
    return parts.join("\n");
  }
  parts.push(await renderTable(recommendations, columns(style), style, width));
  if (explain === true) parts.push(await explanations(recommendations, style, width));
  if (result.frontPoints.length > 0) {
    const title = style.bold("Nobody is both cheaper and better than these");
    parts.push(`${title}\n${await renderTable(result.frontPoints, frontColumns, style, width)}`);
    const picture = chart === true ? renderScatter(result.frontPoints, style, width) : "";
    if (picture !== "") parts.push(picture);
  }
  const about = `of ${candidates} models, for ${sayUsage(usage)} a request`;
  const source = `catalog ${digest.slice(0, 19)}`;
  const isNarrow = width !== undefined && about.length + source.length + 2 > width;
  parts.push(style.dim(isNarrow ? `${about}\n${source}` : `${about}; ${source}`));
  return `${parts.join("\n")}\n`;
}

function sayRemoved({ removed }: Recommended, style: Style): string {
  const lines = removed.map(
    ({ constraint, count }) => `  ${style.dim(showCount(count).padStart(6))}  ${clean(constraint)}`,
  );
  return `${style.bold("Ruled out")}\n${lines.join("\n")}\n`;
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
): Promise<string> {
  const parts: string[] = [];
  for (const { model, score, factors } of recommendations) {
    const table = await renderTable(
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
    const lines = table
      .trimEnd()
      .split("\n")
      .map((line) => `  ${line}`);
    parts.push(`${style.bold(clean(model.ref))}  ${score.toFixed(3)}\n${lines.join("\n")}\n`);
  }
  return parts.join("\n");
}

const frontColumns: TableColumn<Recommended["frontPoints"][number]>[] = [
  { title: "model", value: ({ ref }) => ref },
  { title: "per request", value: ({ perRequest }) => showUsd(perRequest), align: "right" },
  { title: "quality", value: ({ quality }) => quality.toFixed(2), align: "right" },
];
