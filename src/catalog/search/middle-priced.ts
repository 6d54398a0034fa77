import type { GroupMember } from "../prepared/group.ts";
import type { CatalogView } from "../view.ts";
import type { ModelInfo } from "../words/model.ts";

/** Of several offers the one in the middle by price of input and output; of those without a price the first by ref. */
export function middlePriced(view: CatalogView, members: readonly GroupMember[]): GroupMember {
  const priced = members
    .map((member) => ({ member, price: sumOf(view.modelAt(member.row, member.place)) }))
    .filter(({ price }) => price > 0)
    .sort((a, b) => a.price - b.price);
  const middle = priced[Math.floor((priced.length - 1) / 2)];
  return middle?.member ?? (members[0] as GroupMember);
}

/** 0 where either is unknown or nothing is charged: that is no price of a market. */
function sumOf({ price }: ModelInfo): number {
  return price?.input == null || price.output === null ? 0 : price.input + price.output;
}
