import type { Mark } from "../../catalog/words/marks.ts";
import type { Values } from "../../catalog/words/lost-values.ts";
import { modelFields } from "../../catalog/words/model.ts";
import type { FoundOffers, OfferAtHand } from "../../operations/find-offers/find-offers.ts";
import type { Outcome } from "../../operations/operation.ts";
import type { CliContext } from "./context.ts";
import { readFormat } from "./format-flag.ts";
import { type ListOutputOptions, printList } from "./list-output.ts";
import { costFields } from "./render/cost-columns.ts";
import { fieldColumn } from "./render/field-column.ts";
import { fitColumn, fitFields } from "./render/fit-column.ts";
import { showBound } from "./render/money.ts";
import { showPrice, showTokens } from "./render/numbers.ts";
import type { Style } from "./render/style.ts";
import { sumColumns } from "./render/sum-columns.ts";
import type { TableColumn } from "./render/table.ts";
import { sayUsage } from "./render/usage.ts";
import { spokenOf } from "./spoken-of.ts";

const offerFields = [
  ...modelFields,
  "confidence",
  "reason",
  "variant",
  "differences",
  "credential",
  "marks",
  ...costFields.map((field) => `cost.${field}`),
  ...fitFields,
];

// where 0 is not what it costs
const apartWords = { plan: "in a plan", local: "local" } as const;

// a status has a column of its own
const shortWords: Partial<Record<Mark, string>> = {
  wrapped: "wrapped",
  discounted: "discounted",
  "odd-price": "odd price",
  trial: "trial",
};

/** JSON gives the whole answer; the other formats the list of offers. */
export async function printOffers(
  context: CliContext,
  outcome: Outcome<FoundOffers>,
  options: ListOutputOptions,
  { columns, hasUsage }: { columns: TableColumn<OfferAtHand>[]; hasUsage: boolean },
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
    columns: columns.map((column, at) =>
      at === 0 ? ofReference(column, result, context.style) : column,
    ),
    nothing: "nobody sells it",
  });
}

/** The columns of offers, with what the question is about; the ref and what it costs never go. */
export function offerColumns(style: Style, about: readonly Values[]): TableColumn<OfferAtHand>[] {
  const right = "right" as const;
  const { unknown } = style;
  const { importance: _, ...fits } = fitColumn(style);
  const columns: TableColumn<OfferAtHand>[] = [
    { title: "offer", shows: ["ref", "provider", "id"], value: ({ ref }) => ref },
    {
      title: "per request",
      shows: ["cost", "price"],
      value: ({ cost, marks }, more) => {
        const apart = marks.find((mark) => mark === "plan" || mark === "local");
        if (cost === null) return unknown;
        return apart !== undefined && cost.perRequest === 0
          ? apartWords[apart]
          : showBound(cost.perRequest, cost, unknown, more);
      },
      amount: ({ cost }) => cost?.perRequest,
      align: right,
    },
    // why a row stands out of the order of cost: the last to go
    {
      title: "mark",
      shows: ["marks"],
      value: ({ marks }) => marks.flatMap((mark) => shortWords[mark] ?? []).join(", "),
      paint: (text) => style.yellow(text),
    },
    fits,
    ...sumColumns<OfferAtHand>(style, ({ cost }) => cost, 9),
    {
      title: "$/M in",
      shows: ["price.input"],
      value: ({ price }) => showPrice(price?.input, unknown),
      align: right,
      importance: 8,
    },
    {
      title: "$/M out",
      shows: ["price.output"],
      value: ({ price }) => showPrice(price?.output, unknown),
      align: right,
      importance: 7,
    },
    {
      title: "context",
      shows: ["limits.context"],
      value: ({ limits }, more) => showTokens(limits.context, unknown, more),
      amountIfAsked: ({ limits }) => limits.context,
      align: right,
      importance: 6,
    },
    {
      title: "key",
      shows: ["credential"],
      value: ({ credential }) => (credential ? "yes" : ""),
      importance: 5,
    },
    { title: "variant", shows: ["variant"], value: ({ variant }) => variant ?? "", importance: 4 },
    {
      title: "sure",
      shows: ["confidence"],
      value: ({ confidence }) => confidence.toFixed(2),
      align: right,
      importance: 3,
    },
    { title: "status", shows: ["status"], value: ({ status }) => status ?? "", importance: 2 },
    {
      title: "differs by",
      shows: ["differences"],
      value: ({ differences }) => differences.join(", "),
      importance: 1,
    },
  ];
  return spokenOf(columns, about, offerFields, fieldColumn);
}

/** The maker's own row is known once the question is answered. */
function ofReference(
  column: TableColumn<OfferAtHand>,
  { reference }: FoundOffers,
  style: Style,
): TableColumn<OfferAtHand> {
  return {
    ...column,
    value: ({ ref }) => (ref === reference ? `${ref} (maker)` : ref),
    paint: (text, { ref }) => (ref === reference ? style.bold(text) : text),
  };
}
