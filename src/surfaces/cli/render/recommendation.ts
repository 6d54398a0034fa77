import type { Recommendation } from "../../../catalog/recommend/recommendation.ts";
import type { Recommended } from "../../../operations/recommend-models/recommend-models.ts";
import type { Values } from "../../../catalog/words/lost-values.ts";
import type { CliContext } from "../context.ts";
import { noteHidden } from "../printed-text.ts";
import { spokenOf } from "../spoken-of.ts";
import { type Drawable, type Drawn, drawn, joined, lineFeed } from "./drawn.ts";
import { showBound, showUsd } from "./money.ts";
import { showCount, showTokens } from "./numbers.ts";
import { renderScatter } from "./scatter.ts";
import type { Style } from "./style.ts";
import { sumColumns } from "./sum-columns.ts";
import { renderTable, type TableColumn } from "./table.ts";
import { sayUsage } from "./usage.ts";
import { wrap } from "./wrap.ts";

/** The recommendations, the models nobody beats in both cost and quality, and what was ruled out. */
export async function renderRecommendations(
  result: Recommended,
  context: CliContext,
  { explain, chart, about = [] }: { explain?: boolean; chart?: boolean; about?: readonly Values[] },
): Promise<Drawn> {
  const { style, width } = context;
  const { recommendations, usage, digest, candidates } = result;
  const removed = await sayRemoved(result, style, width);
  if (recommendations.length === 0) {
    // of a catalog without models there is nothing to loosen
    if (result.removed.length === 0) return drawn`No model is left.\n`;
    return joined([removed, drawn`No model is left: loosen a constraint above.\n`], lineFeed);
  }
  const hidden: string[] = [];
  const all = spokenOf(columns(style), about);
  const parts: Drawable[] = [await renderTable(recommendations, all, style, width, hidden)];
  noteHidden(context, hidden, "a wider terminal");
  const equal = sayEqual(result, !hidden.includes("band"));
  if (equal !== undefined) parts.push(drawn`${joined(await wrap(equal, width), lineFeed)}\n`);
  if (explain === true) parts.push(await explanations(recommendations, style, width));
  if (result.frontPoints.length > 0) {
    const title = style.bold("Nobody is both cheaper and better than these");
    parts.push(
      drawn`${title}\n${await renderTable(result.frontPoints, frontColumns, style, width)}`,
    );
    const picture = chart === true ? renderScatter(result.frontPoints, style, width) : undefined;
    if (picture !== undefined) parts.push(picture);
  }
  if (result.removed.length > 0) parts.push(removed);
  const models = candidates === 1 ? "1 model" : `${candidates} models`;
  const chosenFrom = `of ${models}, for ${sayUsage(usage)} a request`;
  const source = `catalog ${digest.slice(0, 19)}`;
  const isNarrow = width !== undefined && chosenFrom.length + source.length + 2 > width;
  parts.push(style.dim(drawn`${chosenFrom}${isNarrow ? lineFeed : "; "}${source}`));
  return drawn`${joined(parts, lineFeed)}\n`;
}

// of the count, and of the space around it
const indent = 10;

async function sayRemoved(
  { removed }: Recommended,
  style: Style,
  width: number | undefined,
): Promise<Drawn> {
  const lines: Drawn[] = [];
  for (const { constraint, count } of removed) {
    const number = style.dim(showCount(count).padStart(indent - 4));
    const [first = "", ...others] = await wrap(constraint, width && width - indent);
    lines.push(drawn`  ${number}  ${first}`);
    for (const other of others) lines.push(drawn`${" ".repeat(indent)}${other}`);
  }
  return drawn`${style.bold("Ruled out")}\n${joined(lines, lineFeed)}\n`;
}

/** Said where two that are shown are about equal; undefined elsewhere. */
function sayEqual(
  { recommendations, weights }: Recommended,
  showsBand: boolean,
): string | undefined {
  const bands = recommendations.map(({ band }) => band);
  if (new Set(bands).size === bands.length) return undefined;
  const areByDate = recommendations.every(({ quality }) => quality === null);
  if (!areByDate && weights.quality === 0) return `Cost alone decides, ${byWhat}.`;
  if (areByDate) return showsBand ? "Models of one band are about as new." : undefined;
  if (!showsBand) return `Of models that are about equal the cheaper stand first, ${byWhat}.`;
  const width = Number((weights.cost / weights.quality).toFixed(2));
  const spreads = width === 1 ? "a spread" : `${width} spreads`;
  return `Models of one band are about equal: they differ from its best by less than ${spreads}. The cheaper stand first, ${byWhat}.`;
}

// not the offer that is shown
const byWhat = "by what their makers or hosts ask (--explain)";

const offers: Readonly<Record<Recommendation["why"], string>> = {
  configured: "your key",
  maker: "maker",
  reseller: "reseller",
};

function columns(style: Style): TableColumn<Recommendation>[] {
  const right = "right" as const;
  const { unknown } = style;
  return [
    {
      title: "model",
      shows: ["ref", "provider", "id"],
      value: ({ model }) => model.ref,
      paint: (text) => style.bold(text),
    },
    {
      title: "quality",
      value: ({ quality }, more = 0) => quality?.value.toFixed(2 + more) ?? unknown,
      amount: ({ quality }) => quality?.value,
      align: right,
      importance: 7,
    },
    {
      title: "spread",
      value: ({ quality }) => quality?.spread.toFixed(2) ?? "",
      align: right,
      importance: 4,
    },
    {
      title: "known from",
      value: ({ quality }) =>
        quality?.label === "published" ? `${quality.results} published` : (quality?.label ?? ""),
      importance: 3,
    },
    { title: "band", value: ({ band }) => String(band), align: right, importance: 5 },
    {
      title: "per request",
      shows: ["cost", "price"],
      value: ({ cost }, more) => showBound(cost.perRequest, cost, unknown, more),
      amount: ({ cost }) => cost.perRequest,
      align: right,
    },
    ...sumColumns<Recommendation>(style, ({ cost }) => cost, 8),
    {
      title: "offer",
      value: ({ why, marks }) => [offers[why], ...marks].join(", "),
      importance: 6,
    },
    {
      title: "context",
      shows: ["limits.context"],
      value: ({ model }, more) => showTokens(model.limits.context, unknown, more),
      amountIfAsked: ({ model }) => model.limits.context,
      align: right,
      importance: 2,
    },
    {
      title: "cheapest unmarked",
      value: ({ model, cheapest }) =>
        cheapest === null || cheapest.ref === model.ref
          ? ""
          : `${showBound(cheapest.cost.perRequest, cheapest.cost, unknown)} ${cheapest.ref}`,
      importance: 1,
    },
  ];
}

// of what a reason is about, and of the space around it
const margin = 11;

async function explanations(
  recommendations: readonly Recommendation[],
  style: Style,
  width: number | undefined,
): Promise<Drawn> {
  const parts: Drawn[] = [];
  for (const { model, reasons } of recommendations) {
    const lines: Drawable[] = [style.bold(model.ref)];
    for (const { about, text } of reasons) {
      const [first = "", ...others] = await wrap(text, width && width - margin);
      lines.push(drawn`  ${about.padEnd(margin - 2)}${first}`);
      for (const other of others) lines.push(drawn`${" ".repeat(margin)}${other}`);
    }
    parts.push(drawn`${joined(lines, lineFeed)}\n`);
  }
  return joined(parts, lineFeed);
}

const frontColumns: TableColumn<Recommended["frontPoints"][number]>[] = [
  { title: "model", shows: ["ref"], value: ({ ref }) => ref },
  {
    title: "per request",
    value: ({ perRequest }, more) => showUsd(perRequest, more),
    amount: ({ perRequest }) => perRequest,
    align: "right",
  },
  {
    title: "quality",
    value: ({ quality }, more = 0) => quality.toFixed(2 + more),
    amount: ({ quality }) => quality,
    align: "right",
  },
];
