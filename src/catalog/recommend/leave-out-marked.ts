import { bitOf, firstOf, type Mark, markWords, marks } from "../words/marks.ts";
import type { Columns } from "../prepared/columns.ts";
import type { ModelFilter } from "../query/filter-fields.ts";
import type { Removed } from "./constraints.ts";
import type { Offers } from "./offers.ts";
import { tally } from "./tally.ts";

const howToAsk: Partial<Record<Mark, string>> = {
  plan: " (--provider asks for one)",
  local: " (--provider asks for it)",
  unsettled: " (--status asks for one)",
};

/**
 * Leaves in `offers` those that may stand for their model: none that is marked, unless who sells them was asked for and
 * sells the model in no other way.
 */
export function leaveOutMarked(columns: Columns, offers: Offers, filter: ModelFilter): Removed[] {
  const { rows, costs, count } = offers;
  const ignored =
    (filter.status === undefined ? 0 : bitOf("unsettled")) |
    (filter.free === true ? bitOf("trial") : 0);
  const telling = ((1 << marks.length) - 1) & ~ignored;
  const maySuffice = filter.provider !== undefined || filter.configured !== undefined;
  // by group
  const hasOther = new Uint8Array(maySuffice ? columns.rowCount : 0);
  if (maySuffice) {
    for (let at = 0; at < count; at += 1) {
      const row = rows[at] as number;
      if (((columns.marks[row] as number) & telling) !== 0) continue;
      hasOther[columns.group[row] as number] = 1;
    }
  }
  // for each set of marks how many have it, and the sets as they come
  const counts = new Uint32Array(telling + 1);
  const sets: number[] = [];
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] as number;
    const bits = (columns.marks[row] as number) & telling;
    if (bits !== 0 && !(maySuffice && hasOther[columns.group[row] as number] === 0)) {
      if (counts[bits] === 0) sets.push(bits);
      counts[bits] = (counts[bits] as number) + 1;
      continue;
    }
    rows[kept] = row;
    costs[kept] = costs[at] as number;
    kept += 1;
  }
  offers.count = kept;
  const removed: Removed[] = [];
  for (const bits of sets) {
    const mark = firstOf(bits);
    tally(removed, `${markWords[mark]}${howToAsk[mark] ?? ""}`, counts[bits]);
  }
  return removed;
}
