import type { Found, PickerCatalog } from "./contract.ts";
import type { CursorPlace } from "./paint.ts";
import type { PickerState } from "./state.ts";
import { widthOf } from "./width.ts";

export const searchLabel = "Search: ";

/** `40 of 5,276, 3 marked`; what is hidden is said where there is room. */
export function countText(found: Found, all: number, marked: number, columns: number): string {
  const parts = [`${grouped(found.rows.length)} of ${grouped(all)}`];
  if (marked > 0) parts.push(`${marked} marked`);
  if (columns >= 80) {
    if (found.hiddenDeprecated > 0) parts.push(`${found.hiddenDeprecated} deprecated hidden`);
    if (found.hiddenUnpriced > 0) parts.push(`${found.hiddenUnpriced} unpriced hidden`);
    if (found.hiddenPlanned > 0) parts.push(`${found.hiddenPlanned} in plans hidden`);
  }
  return parts.join(", ");
}

/** The end of a query that is too long: that is where it is typed. */
export function shownQuery(
  query: string,
  count: string,
  columns: number,
  { clean }: Pick<PickerCatalog, "clean">,
): string {
  const room = Math.max(4, columns - searchLabel.length - count.length - 2);
  let shown = clean(query);
  while (widthOf(shown) > room) shown = Array.from(shown).slice(1).join("");
  return shown;
}

/** Where the next letter goes. */
export function cursorOf(
  state: PickerState,
  count: string,
  columns: number,
  catalog: Pick<PickerCatalog, "clean">,
): CursorPlace | undefined {
  if (state.focus !== "search" || state.menu !== undefined) return undefined;
  const shown = shownQuery(state.question.query, count, columns, catalog);
  return { line: 0, column: searchLabel.length + widthOf(shown) };
}

function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+(?!\d))/g, ",");
}
