import { lettersOfId } from "../prepared/spellings.ts";
import type { CatalogView } from "../view.ts";
import { wordsOf } from "../words/spelled.ts";
import { makersOfResold, providerIn, rowsMeant } from "./other-spelling.ts";
import { isSameVersion, rowsOfLine } from "./same-line.ts";
import { searchWords } from "./search.ts";

/**
 * Rows a query means, best first: the exact ref, then rows of that exact id, the maker's first, then those of the model
 * of which the query is another spelling, or, where the best hit is of another line, those of its own line, then the rest
 * by score.
 */
export function findRows(view: CatalogView, query: string): number[] {
  const text = query.trim();
  const first = rowsCalled(view, text);
  const { rows: hits, isWhole } = searchWords(text, view.searchIndex, view.columns);
  const [best] = hits;
  if (first.size > 0 || (best !== undefined && !isName(text))) return inFront(first, hits);
  if (best !== undefined && isSpelledOut(view, text, best)) return hits;
  const sold = isWhole && best !== undefined ? sellerIn(view, text, best) : "not named";
  if (sold === "named") return hits;
  const [taken, ...offers] = sold === "named in part" ? [] : rowsMeant(view, text, isWhole);
  if (taken === undefined) return inFront(new Set(siblings(view, text, best)), hits);
  // of the same model those that are called so as well
  const others = new Set(offers);
  return inFront(new Set([taken, ...hits.filter((row) => others.has(row)), ...others]), hits);
}

function inFront(first: ReadonlySet<number>, hits: number[]): number[] {
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

/** Of a version that no model has: other versions of its line, the nearest first. */
function siblings(view: CatalogView, text: string, best: number | undefined): number[] {
  if (best === undefined || !/\d/.test(text) || isSameVersion(text, view.refs[best] ?? ""))
    return [];
  const { same, others } = rowsOfLine(view, text, providerIn(view, text));
  return same.length > 0 ? [] : others;
}

/** `groq llama 3.3`: words that say who sells the row are about its seller, and no name of a model. */
function sellerIn(
  view: CatalogView,
  text: string,
  row: number,
): "named" | "named in part" | "not named" {
  if (!/\s/.test(text)) return "not named";
  const { provider, id } = view.modelAt(row);
  const own = wordsOf(id);
  const words = wordsOf(text).filter((word) => !own.includes(word));
  const seller = wordsOf(provider);
  if (seller.every((word) => words.includes(word))) return "named";
  return seller.some((word) => words.includes(word)) ? "named in part" : "not named";
}

/** A version, or words held together: words alone say what is looked for, and name no model. */
function isName(text: string): boolean {
  return /\d|\p{L}[-_:@./]\p{L}/u.test(text);
}

/** The maker's own row has the letters of the query in its id, and no others: no other spelling is nearer. */
function isSpelledOut(view: CatalogView, text: string, row: number): boolean {
  if (view.columns.ownRow[row] !== 1) return false;
  return lettersOfId(view.modelAt(row).id) === lettersOfId(text);
}
