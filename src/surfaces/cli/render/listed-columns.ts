import type { Usage } from "../../../catalog/cost/usage.ts";
import { modelFields } from "../../../catalog/words/model.ts";
import { sayFigure } from "../../../catalog/words/quality.ts";
import type { ListedModel } from "../../../operations/listed-models.ts";
import { costFields } from "./cost-columns.ts";
import { fitColumn, fitFields } from "./fit-column.ts";
import { modelColumnFields, modelColumns } from "./model-columns.ts";
import { showBound } from "./money.ts";
import type { Style } from "./style.ts";
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

/** The fields that the columns show; quality only where it is asked for, since it is inferred from the whole catalog. */
export function tabledFields({ usage, sort }: Listing): readonly string[] {
  if (sort === "quality") return [...tabledFields({ usage }), "quality"];
  return usage === undefined ? modelColumnFields : [...modelColumnFields, "cost", "limits"];
}

/** The columns of a list: right behind the ref the figure it is sorted by, and what the usage costs. */
export function listedColumns(style: Style, { usage, sort }: Listing): TableColumn<ListedModel>[] {
  const [ref, ...others] = modelColumns(style) as TableColumn<ListedModel>[];
  if (ref === undefined) return [];
  const figures = sort === "quality" ? [qualityColumn(style)] : [];
  if (usage === undefined) return [ref, ...figures, ...others];
  const cost: TableColumn<ListedModel> = {
    title: "per request",
    value: ({ cost }) =>
      cost === undefined ? "" : showBound(cost.perRequest, cost.complete, style.unknown),
    align: "right",
    importance: 10,
  };
  return [ref, ...figures, cost, fitColumn(style), ...others];
}

function qualityColumn(style: Style): TableColumn<ListedModel> {
  return {
    title: "quality",
    value: ({ quality }) => (quality === null ? style.unknown : sayFigure(quality)),
    align: "right",
    importance: 10,
  };
}
