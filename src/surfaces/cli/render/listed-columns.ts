import type { Usage } from "../../../catalog/cost/usage.ts";
import type { Values } from "../../../catalog/words/lost-values.ts";
import { modelFields } from "../../../catalog/words/model.ts";
import { sayFigure } from "../../../catalog/words/quality.ts";
import type { ListedModel } from "../../../operations/listed-models.ts";
import { spokenOf } from "../spoken-of.ts";
import { costFields } from "./cost-columns.ts";
import { fieldColumn } from "./field-column.ts";
import { fitColumn, fitFields } from "./fit-column.ts";
import { modelColumns } from "./model-columns.ts";
import { showBound } from "./money.ts";
import type { Style } from "./style.ts";
import { sumColumns } from "./sum-columns.ts";
import type { TableColumn } from "./table.ts";

/** What a list is of, as far as its columns go by it. */
interface Listing {
  usage?: Usage | undefined;
  sort?: string | undefined;
}

/** Every field of a model of a list; the cost is there where a usage is. */
export function listedFields(usage: Usage | undefined): readonly string[] {
  if (usage === undefined) return modelFields;
  return [...modelFields, ...costFields.map((field) => `cost.${field}`), ...fitFields];
}

/** The columns of a list, right behind the ref the figure it is sorted by and what the usage costs, and what else the question is about. */
export function listedColumns(
  style: Style,
  { usage, sort }: Listing,
  about: readonly Values[],
): TableColumn<ListedModel>[] {
  const columns: TableColumn<ListedModel>[] = modelColumns(style, about);
  // it is inferred from the whole catalog: shown only where it is asked for
  const figures = sort === "quality" ? [qualityColumn(style)] : [];
  const costs =
    usage === undefined
      ? []
      : [
          costColumn(style),
          ...sumColumns<ListedModel>(style, ({ cost }) => cost, 9),
          fitColumn(style, ""),
        ];
  columns.splice(1, 0, ...figures, ...costs);
  return spokenOf(columns, about, listedFields(usage), fieldColumn);
}

function costColumn({ unknown }: Style): TableColumn<ListedModel> {
  return {
    title: "per request",
    shows: ["cost", "price"],
    value: ({ cost }, more) =>
      cost === undefined ? "" : showBound(cost.perRequest, cost, unknown, more),
    amount: ({ cost }) => cost?.perRequest,
    align: "right",
  };
}

function qualityColumn(style: Style): TableColumn<ListedModel> {
  return {
    title: "quality",
    shows: ["quality"],
    value: ({ quality }) => (quality === null ? style.unknown : sayFigure(quality)),
    align: "right",
  };
}
