import { modelFields } from "../../catalog/words/model.ts";
import type { FoundOffers, OfferAtHand } from "../../operations/find-offers/find-offers.ts";
import type { Outcome } from "../../operations/operation.ts";
import type { CliContext } from "./context.ts";
import { readFormat } from "./format-flag.ts";
import { type ListOutputOptions, printList } from "./list-output.ts";
import { costFields } from "./render/cost-columns.ts";
import { fitColumn, fitFields } from "./render/fit-column.ts";
import { showBound } from "./render/money.ts";
import { showPrice, showTokens } from "./render/numbers.ts";
import type { Style } from "./render/style.ts";
import type { TableColumn } from "./render/table.ts";
import { sayUsage } from "./render/usage.ts";

const offerFields = [
  ...modelFields,
  "confidence",
  "reason",
  "variant",
  "differences",
  "credential",
  ...costFields.map((field) => `cost.${field}`),
  ...fitFields,
];

/** The fields that the columns show. */
export const offerColumnFields = [
  "ref",
  "cost",
  "price.input",
  "price.output",
  "limits",
  "status",
  "differences",
];

/** JSON gives the whole answer; the other formats the list of offers. */
export async function printOffers(
  context: CliContext,
  outcome: Outcome<FoundOffers>,
  options: ListOutputOptions,
  hasUsage: boolean,
): Promise<void> {
  const { result } = outcome;
  const format = readFormat(options, "table");
  if (format === "json" && options.fields === undefined) {
    context.report(outcome);
    return context.printJson(outcome);
  }
  if (format === "table" && !hasUsage) {
    context.note(`costs are of ${sayUsage(result.usage)}; --input and --output set your own`);
  }
  await printList(context, { ...outcome, result: result.offers }, options, {
    fields: offerFields,
    columns: offerColumns(context.style, result.reference),
    nothing: "nobody sells it",
  });
}

function offerColumns(style: Style, reference: string | null): TableColumn<OfferAtHand>[] {
  const right = "right" as const;
  const { unknown } = style;
  const cost = (
    one: OfferAtHand,
    key: "perRequest" | "perDay" | "perMonth",
    isAsked: boolean,
  ): string => {
    if (!isAsked) return "";
    return one.cost === null ? unknown : showBound(one.cost[key], one.cost.complete, unknown);
  };
  return [
    {
      title: "offer",
      value: ({ ref }) => (ref === reference ? `${ref} (maker)` : ref),
      paint: (text, { ref }) => (ref === reference ? style.bold(text) : text),
    },
    { title: "per request", value: (one) => cost(one, "perRequest", true), align: right },
    fitColumn(style),
    {
      title: "per month",
      value: (one) => cost(one, "perMonth", typeof one.cost?.perMonth === "number"),
      align: right,
      importance: 9,
    },
    {
      title: "$/M in",
      value: ({ price }) => showPrice(price?.input, unknown),
      align: right,
      importance: 8,
    },
    {
      title: "$/M out",
      value: ({ price }) => showPrice(price?.output, unknown),
      align: right,
      importance: 7,
    },
    {
      title: "context",
      value: ({ limits }) => showTokens(limits.context, unknown),
      align: right,
      importance: 6,
    },
    { title: "key", value: ({ credential }) => (credential ? "yes" : ""), importance: 5 },
    { title: "variant", value: ({ variant }) => variant ?? "", importance: 4 },
    {
      title: "sure",
      value: ({ confidence }) => confidence.toFixed(2),
      align: right,
      importance: 3,
    },
    { title: "status", value: ({ status }) => status ?? "", importance: 2 },
    { title: "differs by", value: ({ differences }) => differences.join(", "), importance: 1 },
  ];
}
