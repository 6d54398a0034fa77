import type { Usage } from "../../../catalog/cost/usage.ts";
import { modelFields } from "../../../catalog/words/model.ts";
import type { ListedModel } from "../../../operations/listed-models.ts";
import { costFields } from "./cost-columns.ts";
import { fitColumn, fitFields } from "./fit-column.ts";
import { modelColumnFields, modelColumns } from "./model-columns.ts";
import { showBound } from "./money.ts";
import type { Style } from "./style.ts";
import type { TableColumn } from "./table.ts";

/** Every field of a model of a list; the cost is there where a usage is. */
export function listedFields(usage: Usage | undefined): readonly string[] {
  if (usage === undefined) return modelFields;
  return [...modelFields, ...costFields.map((field) => `cost.${field}`), ...fitFields];
}

/** The fields that the columns show. */
export function tabledFields(usage: Usage | undefined): readonly string[] {
  return usage === undefined ? modelColumnFields : [...modelColumnFields, "cost", "limits"];
}

/** The columns of a list, what the usage costs right behind the ref. */
export function listedColumns(style: Style, usage: Usage | undefined): TableColumn<ListedModel>[] {
  const [ref, ...others] = modelColumns(style);
  if (usage === undefined || ref === undefined) return modelColumns(style);
  const cost: TableColumn<ListedModel> = {
    title: "per request",
    value: ({ cost }) =>
      cost === undefined ? "" : showBound(cost.perRequest, cost.complete, style.unknown),
    align: "right",
    importance: 10,
  };
  return [ref, cost, fitColumn(style), ...others];
}
