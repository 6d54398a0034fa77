import type { Capability } from "../../catalog/words/capability.ts";
import type { ModelRow } from "../../catalog/words/model.ts";
import { limitNames, type OwnRow, priceNames } from "./own-row.ts";

type Said = Pick<OwnRow, "name" | "status" | "capabilities" | "limits" | "price">;

/** The values of a row that a configuration says otherwise than the catalog, by path: `price.input`. */
export function saidOtherwise(
  own: Said,
  model: Pick<ModelRow, "name" | "status" | "capabilities" | "limits" | "price">,
): string[] {
  const { name, status, capabilities = {}, limits = {}, price = {} } = own;
  // the same for every length is another price than one that rises with it
  const isFlat = isForEveryLength(price) && (model.price?.tiers.length ?? 0) > 0;
  const able = Object.entries(capabilities) as [Capability, boolean][];
  return [
    ...(name === undefined || name === model.name ? [] : ["name"]),
    ...(status === undefined || status === (model.status ?? "active") ? [] : ["status"]),
    ...able
      .filter(([one, isAble]) => model.capabilities.includes(one) !== isAble)
      .map(([one]) => `capabilities.${one}`),
    ...limitNames
      .filter((one) => limits[one] !== undefined && limits[one] !== model.limits[one])
      .map((one) => `limits.${one}`),
    ...priceNames
      .filter((one) => price[one] !== undefined && (isFlat || price[one] !== model.price?.[one]))
      .map((one) => `price.${one}`),
  ];
}

/** Whether prices hold for every length: what goes in and what comes out is said. */
export function isForEveryLength({ input, output }: NonNullable<OwnRow["price"]>): boolean {
  return input !== undefined && output !== undefined;
}
