import type { ModelRow } from "../words/model.ts";
import { encodeContainer, openContainer } from "./container.ts";
import type { SumOf } from "./lines.ts";
import type { Part, PreparedPart } from "./parts.ts";
import type { ProviderInfo } from "../words/provider.ts";
import { compareText } from "../words/ref.ts";
import { wordsOf } from "../words/spelled.ts";

/** The words of every row, in row order: the provider's, then the id's, then those only the name has. */
export interface SearchIndex {
  /** Every word of the catalog once, sorted; joined by line feeds, beginning and ending with one. */
  text: string;
  /** Where each term begins in `text`; one more entry than terms. */
  termStarts: Uint32Array;
  /** Which letters a term holds, one bit each. */
  letters: Uint32Array;
  /** First place of a row in `rowTerms`; one more entry than rows. */
  rowStarts: Uint32Array;
  rowTerms: Uint16Array | Uint32Array;
  /** First place of a term in `termRows`; one more entry than terms. */
  termRowStarts: Uint32Array;
  /** The rows of each term, ascending. */
  termRows: Uint16Array | Uint32Array;
  /** How many of a row's first terms are its provider's, and how many after those its id's. */
  providerTerms: Uint8Array;
  idTerms: Uint8Array;
}

interface Meta {
  /** Whether numbers of terms, and of rows, need more than 16 bits. */
  wideTerms: boolean;
  wideRows: boolean;
}

const mostTermsOfAKind = 255;

export function encodeSearchIndex(
  models: readonly ModelRow[],
  providers: readonly ProviderInfo[],
  sumOf: SumOf,
): PreparedPart {
  const named = new Map(providers.map(({ id, name }) => [id, name]));
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, numbers.size);
    return numbers.size - 1;
  };
  const numbersOf = (words: readonly string[]): number[] => words.map(numberOf);
  // few texts come once: most models have several sellers
  const ofProviders = remembering((id) => {
    const name = named.get(id);
    const words = name === undefined ? [] : [...new Set([...wordsOf(id), ...wordsOf(name)])];
    return numbersOf(words.slice(0, mostTermsOfAKind));
  });
  const ofIds = remembering((id) => numbersOf(wordsOf(id).slice(0, mostTermsOfAKind)));
  const ofNames = remembering((name) => numbersOf(wordsOf(name)));
  const rowStarts = new Uint32Array(models.length + 1);
  const providerTerms = new Uint8Array(models.length);
  const idTerms = new Uint8Array(models.length);
  const unsorted: number[] = [];
  // by number, one more than the last row whose id or name has the term
  const lastRows: number[] = [];
  const addNew = (ofName: readonly number[], mark: number): void => {
    const { length } = ofName;
    for (let at = 0; at < length; at += 1) {
      const number = ofName[at] as number;
      if (lastRows[number] === mark) continue;
      lastRows[number] = mark;
      unsorted.push(number);
    }
  };
  // by numbers, without a function for each: five thousand rows, before V8 optimises anything
  for (let row = 0; row < models.length; row += 1) {
    const { provider, id, name, family } = models[row] as ModelRow;
    const ofProvider = ofProviders(provider);
    const ofId = ofIds(id);
    const mark = row + 1;
    for (let at = 0; at < ofProvider.length; at += 1) unsorted.push(ofProvider[at] as number);
    for (let at = 0; at < ofId.length; at += 1) {
      const number = ofId[at] as number;
      lastRows[number] = mark;
      unsorted.push(number);
    }
    addNew(ofNames(name), mark);
    if (family !== null) addNew(ofNames(family), mark);
    providerTerms[row] = ofProvider.length;
    idTerms[row] = ofId.length;
    rowStarts[row + 1] = unsorted.length;
  }
  const terms = [...numbers.keys()].sort(compareText);
  const sortedNumber = new Uint32Array(terms.length);
  terms.forEach((term, position) => {
    sortedNumber[numberOf(term)] = position;
  });
  const meta: Meta = { wideTerms: terms.length > 65_535, wideRows: models.length > 65_535 };
  const rowTerms = numbersFor(meta.wideTerms, unsorted.length);
  for (let at = 0; at < rowTerms.length; at += 1) {
    rowTerms[at] = sortedNumber[unsorted[at] as number] as number;
  }
  const columns = {
    text: new TextEncoder().encode(`\n${terms.join("\n")}\n`),
    termStarts: startsOf(terms),
    letters: Uint32Array.from(terms, lettersOf),
    rowStarts,
    rowTerms,
    ...invert(rowStarts, rowTerms, terms.length, meta.wideRows),
    providerTerms,
    idTerms,
  };
  return encodeContainer(meta, columns, sumOf);
}

export function openSearchIndex(part: Part): SearchIndex {
  const { meta, u8, u16, u32 } = openContainer<Meta>(part);
  let letters: Uint32Array | undefined;
  return {
    text: part.text(u8("text")),
    termStarts: u32("termStarts"),
    get letters() {
      // only a search that forgives asks for them
      letters ??= u32("letters");
      return letters;
    },
    rowStarts: u32("rowStarts"),
    rowTerms: meta.wideTerms ? u32("rowTerms") : u16("rowTerms"),
    termRowStarts: u32("termRowStarts"),
    termRows: meta.wideRows ? u32("termRows") : u16("termRows"),
    providerTerms: u8("providerTerms"),
    idTerms: u8("idTerms"),
  };
}

export function termAt({ text, termStarts }: SearchIndex, number: number): string {
  return text.slice(termStarts[number], (termStarts[number + 1] as number) - 1);
}

function startsOf(terms: readonly string[]): Uint32Array {
  const starts = new Uint32Array(terms.length + 1);
  let start = 1;
  terms.forEach((term, number) => {
    starts[number] = start;
    start += term.length + 1;
  });
  starts[terms.length] = start;
  return starts;
}

/** What is worked out of a text, once for each. */
function remembering(work: (text: string) => number[]): (text: string) => readonly number[] {
  const worked = new Map<string, number[]>();
  return (text) => {
    const known = worked.get(text);
    if (known !== undefined) return known;
    const numbers = work(text);
    worked.set(text, numbers);
    return numbers;
  };
}

/** Which rows hold each term, from which terms each row holds. */
function invert(
  rowStarts: Uint32Array,
  rowTerms: Uint16Array | Uint32Array,
  termCount: number,
  wideRows: boolean,
): Pick<SearchIndex, "termRowStarts" | "termRows"> {
  const termRowStarts = new Uint32Array(termCount + 1);
  for (let at = 0; at < rowTerms.length; at += 1) {
    const next = (rowTerms[at] as number) + 1;
    termRowStarts[next] = (termRowStarts[next] as number) + 1;
  }
  for (let term = 0; term < termCount; term += 1) {
    termRowStarts[term + 1] = (termRowStarts[term + 1] as number) + (termRowStarts[term] as number);
  }
  const next = termRowStarts.slice();
  const termRows = numbersFor(wideRows, rowTerms.length);
  for (let row = 0, at = 0; row + 1 < rowStarts.length; row += 1) {
    for (const end = rowStarts[row + 1] as number; at < end; at += 1) {
      const term = rowTerms[at] as number;
      const place = next[term] as number;
      termRows[place] = row;
      next[term] = place + 1;
    }
  }
  return { termRowStarts, termRows };
}

function numbersFor(wide: boolean, count: number): Uint16Array | Uint32Array {
  return wide ? new Uint32Array(count) : new Uint16Array(count);
}

/** A bit per letter a–z, all other letters sharing the rest; digits carry none. */
export function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i += 1) {
    const code = word.charCodeAt(i);
    if (code >= 97 && code <= 122) bits |= 1 << (code - 97);
    else if (code > 127) bits |= 1 << (26 + (code % 6));
  }
  return bits >>> 0;
}
