import { lettersOfId } from "../prepared/spellings.ts";
import type { CatalogView } from "../view.ts";
import { makersOfResold, rowsMeant } from "./other-spelling.ts";
import { searchWords } from "./search.ts";

/**
 * Rows a query means, best first: the exact ref, then rows of that exact id, the maker's first, then those of the model
 * of which the query is another spelling, then the rest by score.
 */
export function findRows(view: CatalogView, query: string): number[] {
  const text = query.trim();
  const first = rowsCalled(view, text);
  const { rows: hits, isWhole } = searchWords(text, view.searchIndex, view.columns);
  const mayBeName = hits.length === 0 || isName(text);
  if (first.size === 0 && mayBeName && !isSpelledOut(view, text, hits[0])) {
    const [taken, ...offers] = rowsMeant(view, text, isWhole);
    if (taken !== undefined) first.add(taken);
    // of the same model those that are called so as well
    const others = new Set(offers);
    for (const row of hits) if (others.has(row)) first.add(row);
    for (const row of others) first.add(row);
  }
  return first.size === 0 ? hits : [...first, ...hits.filter((row) => !first.has(row))];
}

/** The exact ref, then rows of that exact id, before them the maker's of the same model. */
function rowsCalled(view: CatalogView, text: string): Set<number> {
  const called = new Set<number>();
  const entry = view.findModelEntry(text);
  if (entry !== undefined) called.add(entry.row);
  const sold = view.findId(text);
  if (sold === undefined) return called;
  const own = sold.maker === null ? undefined : sold.rows[sold.maker];
  const maker = own ?? (entry === undefined ? makersOfResold(view, text, sold.rows) : undefined);
  if (maker !== undefined) called.add(maker.row);
  const { released } = view.columns;
  const rows = sold.rows.map(({ row }) => row);
  rows.sort((a, b) => (released[b] as number) - (released[a] as number) || a - b);
  for (const row of rows) called.add(row);
  return called;
}

/** A version, or words held together: words alone say what is looked for, and name no model. */
function isName(text: string): boolean {
  return /\d|\p{L}[-_:@./]\p{L}/u.test(text);
}

/** The maker's own row has the letters of the query in its id, and no others: no other spelling is nearer. */
function isSpelledOut(view: CatalogView, text: string, row: number | undefined): boolean {
  if (row === undefined || view.columns.ownRow[row] !== 1) return false;
  return lettersOfId(view.modelAt(row).id) === lettersOfId(text);
}
