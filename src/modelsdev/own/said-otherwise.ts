import type { ModelRow } from "../../catalog/words/model.ts";
import { limitNames, type OwnRow, priceNames } from "./own-row.ts";

/** The values of a row that a configuration says otherwise than the catalog, by path: `price.input`. */
export function saidOtherwise(
  own: Pick<OwnRow, "name" | "limits" | "price">,
  model: Pick<ModelRow, "name" | "limits" | "price">,
): string[] {
  const { name, limits = {}, price = {} } = own;
  return [
    ...(name === undefined || name === model.name ? [] : ["name"]),
    ...limitNames
      .filter((one) => limits[one] !== undefined && limits[one] !== model.limits[one])
      .map((one) => `limits.${one}`),
    ...priceNames
      .filter((one) => price[one] !== undefined && price[one] !== model.price?.[one])
      .map((one) => `price.${one}`),
  ];
}
