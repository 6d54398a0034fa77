import type { CatalogView } from "../view.ts";
import { rowsMeant } from "./other-spelling.ts";
import { searchWords } from "./search.ts";

/**
 * Rows a query means, best first: the exact ref, then rows of that exact id, the maker's first, then those of the model
 * of which the query is another spelling, then the rest by score.
 */
export function findRows(view: CatalogView, query: string): number[] {
  const text = query.trim();
  const exact = new Set<number>();
  const entry = view.findModelEntry(text);
  if (entry !== undefined) exact.add(entry.row);
  const sold = view.findId(text);
  if (sold !== undefined) {
    const maker = sold.maker === null ? undefined : sold.rows[sold.maker];
    if (maker !== undefined) exact.add(maker.row);
    const { released } = view.columns;
    const rows = sold.rows.map(({ row }) => row);
    rows.sort((a, b) => (released[b] as number) - (released[a] as number) || a - b);
    for (const row of rows) exact.add(row);
  }
  const { rows: hits, isWhole } = searchWords(text, view.searchIndex, view.columns);
  // some word of it is in no row: a date behind a name, or a version without its dot
  if (exact.size === 0 && !isWhole && /\d/.test(text)) {
    for (const row of rowsMeant(view, text)) exact.add(row);
  }
  return exact.size === 0 ? hits : [...exact, ...hits.filter((row) => !exact.has(row))];
}
