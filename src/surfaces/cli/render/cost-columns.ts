import { type Cost, type CostPart, costParts } from "../../../catalog/cost/estimate-cost.ts";
import { unlistedOf } from "../../../catalog/cost/unlisted.ts";
import type { AskedCost } from "../../../operations/estimate-cost/estimate-cost.ts";
import { fitColumn, fitFields } from "./fit-column.ts";
import { showBound, showUsd } from "./money.ts";
import { showTokens } from "./numbers.ts";
import type { Style } from "./style.ts";
import type { TableColumn } from "./table.ts";

export const costFields = [
  "ref",
  "currency",
  "perRequest",
  "perDay",
  "perMonth",
  "total",
  "complete",
  "unknown",
  "tier",
  ...costParts.map((part) => `parts.${part}`),
] as const;

export const askedCostFields = [
  ...costFields,
  ...fitFields,
  "batch.requests",
  "batch.total",
] as const;

const partTitles: Readonly<Record<CostPart, string>> = {
  input: "input",
  cachedInput: "cached",
  cacheWrite: "cache write",
  output: "output",
  reasoning: "reasoning",
  inputAudio: "audio in",
  outputAudio: "audio out",
};

export function costColumns(style: Style): TableColumn<AskedCost>[] {
  const right = "right" as const;
  const { unknown } = style;
  const amount = (
    key: "perRequest" | "perDay" | "perMonth",
  ): Pick<TableColumn<Cost>, "value" | "amount"> => ({
    value: (one, more) =>
      one[key] === null && key !== "perRequest" ? "" : showBound(one[key], one, unknown, more),
    amount: (one) => one[key],
  });
  return [
    { title: "model", shows: ["ref"], value: ({ ref }) => ref, paint: (text) => style.bold(text) },
    { title: "per request", ...amount("perRequest"), align: right },
    {
      title: "total",
      value: (one, more) =>
        one.batch === undefined ? "" : showBound(one.batch.total, one, unknown, more),
      amount: ({ batch }) => batch?.total,
      align: right,
      importance: 10,
    },
    fitColumn(style),
    {
      title: "per day",
      ...amount("perDay"),
      align: right,
      importance: 8,
    },
    {
      title: "per month",
      ...amount("perMonth"),
      align: right,
      importance: 9,
    },
    ...costParts.map(
      (part): TableColumn<AskedCost> => ({
        title: partTitles[part],
        value: ({ parts }) => (parts[part] === 0 ? "" : showPart(parts[part], unknown)),
        align: right,
        importance: 3,
      }),
    ),
    {
      title: "tier",
      value: ({ tier }) => (tier === null ? "" : `above ${showTokens(tier, unknown)}`),
      importance: 5,
    },
    {
      title: "not listed",
      value: (one) => notListed(one).join(", "),
      importance: 6,
      paint: (text) => style.yellow(text),
    },
  ];
}

function notListed(cost: Cost): string[] {
  const { unpriced, hasTwoOutputs, unclear } = unlistedOf(cost);
  return [
    ...unpriced,
    ...(hasTwoOutputs ? ["which price all output has"] : []),
    ...unclear.map((member) => `${member} (not understood)`),
  ];
}

function showPart(usd: number | null, unknown: string): string {
  return usd === null ? unknown : showUsd(usd);
}
