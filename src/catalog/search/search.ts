import { type Interpretation, interpret, type Reading } from "./interpret.ts";
import { forgivingLikeness, strictLikeness } from "../words/likeness.ts";
import { lettersOf, type SearchIndex, termAt } from "../prepared/search-index.ts";
import { isNumber } from "../words/spelled.ts";
import { versionLoss } from "./versions.ts";

/** What a search needs to know of the rows besides their words. */
export interface RowFacts {
  /** Sortable release date per row, 0 for unknown. */
  released: Uint32Array;
  /** 1 where the row is its maker's own. */
  ownRow: Uint8Array;
}

/**
 * The rows a query means, best first; ties by release date, then by row, which is ref order.
 * Every word has to be met; where no row meets all, those that meet the most are given, and `isWhole` is false.
 */
export function searchWords(
  query: string,
  index: SearchIndex,
  facts: RowFacts,
): { rows: number[]; isWhole: boolean } {
  const interpretation = interpret(query, index);
  if (interpretation.slots.length === 0) return { rows: [], isWhole: false };
  const strict = new Matches(interpretation, index, false);
  let best = strict.best(facts);
  if (best.met < interpretation.slots.length) {
    const forgiving = new Matches(interpretation, index, true).best(facts);
    if (forgiving.met > best.met) best = forgiving;
  }
  // half of what was asked for is a guess worth showing, less is noise
  if (best.met * 2 < interpretation.slots.length) return { rows: [], isWhole: false };
  return {
    rows: inOrder(best.rows, best.score, facts.released),
    isWhole: best.met === interpretation.slots.length,
  };
}

// equal to a person: let the release date decide
const stepsOfScore = 50;
// above any score in such steps, and any date
const mostSteps = 100;
const anyDate = 1e8;

/** Score, date and row in one number: typed arrays sort without calling back. Exact up to a million rows. */
function inOrder(
  rows: readonly number[],
  score: (row: number) => number,
  released: Uint32Array,
): number[] {
  const places = new Float64Array(rows.length);
  for (let at = 0; at < places.length; at += 1) {
    const row = rows[at] as number;
    const steps = Math.round(score(row) * stepsOfScore);
    const date = released[row] as number;
    places[at] = ((mostSteps - steps) * anyDate + anyDate - 1 - date) * released.length + row;
  }
  places.sort();
  const sorted: number[] = [];
  for (let at = 0; at < places.length; at += 1)
    sorted.push((places[at] as number) % released.length);
  return sorted;
}

/** How well each word of one query meets each term, and from that each row. */
class Matches {
  readonly #index: SearchIndex;
  readonly #slots: Reading[][];
  readonly #typed: readonly string[];
  /** Per term, a bit for every word of the query it meets. */
  readonly #bits: Uint32Array;
  /** Per word of the query, its likeness to each term it meets. */
  readonly #likeness: Map<number, number>[];

  constructor(interpretation: Interpretation, index: SearchIndex, forgiving: boolean) {
    this.#index = index;
    this.#slots = interpretation.slots;
    this.#typed = interpretation.typed;
    this.#bits = new Uint32Array(index.termStarts.length - 1);
    this.#likeness = interpretation.words.map((word, position) => {
      const met = strictTerms(word, index);
      if (forgiving) addForgiven(word, index, met);
      for (const term of met.keys())
        this.#bits[term] = (this.#bits[term] as number) | (1 << position);
      return met;
    });
  }

  /** The rows that meet the most slots, how many those are, and how well each meets them: higher is better. */
  best(facts: RowFacts): { met: number; rows: number[]; score: (row: number) => number } {
    const needs = this.#slots.map((readings) => readings.map((reading) => maskOf(reading)));
    const { unions, touched } = this.#unions();
    // how many slots a set of words meets: the same few sets come again and again
    const metBy = new Map<number, number>();
    let most = 1;
    let rows: number[] = [];
    // by numbers: until V8 has optimised a loop it makes an object for each step of an iterator
    for (let at = 0; at < touched.length; at += 1) {
      const row = touched[at] as number;
      const union = unions[row] as number;
      let met = metBy.get(union);
      if (met === undefined) {
        met = 0;
        for (const slot of needs) if (slot.some((mask) => (union & mask) === mask)) met += 1;
        metBy.set(union, met);
      }
      if (met < most) continue;
      if (met > most) {
        most = met;
        rows = [];
      }
      rows.push(row);
    }
    return { met: rows.length === 0 ? 0 : most, rows, score: this.#scorer(facts) };
  }

  /** For every row that holds any word of the query, which of them it holds. */
  #unions(): { unions: Uint32Array; touched: number[] } {
    const { rowStarts, termRowStarts, termRows } = this.#index;
    const unions = new Uint32Array(rowStarts.length - 1);
    const touched: number[] = [];
    for (const [word, met] of this.#likeness.entries()) {
      const bit = 1 << word;
      for (const term of met.keys()) {
        const end = termRowStarts[term + 1] as number;
        for (let at = termRowStarts[term] as number; at < end; at += 1) {
          const row = termRows[at] as number;
          if (unions[row] === 0) touched.push(row);
          unions[row] = (unions[row] as number) | bit;
        }
      }
    }
    return { unions, touched };
  }

  #scorer(facts: RowFacts): (row: number) => number {
    const { rowStarts, rowTerms, providerTerms, idTerms } = this.#index;
    const best = new Float64Array(this.#likeness.length);
    const slots = this.#slots;
    const loss = versionLoss(this.#typed, this.#index);
    return (row) => {
      best.fill(0);
      const start = rowStarts[row] as number;
      const idStart = start + (providerTerms[row] as number);
      const idEnd = idStart + (idTerms[row] as number);
      const end = rowStarts[row + 1] as number;
      let matchedOfId = 0;
      for (let at = start; at < end; at += 1) {
        const term = rowTerms[at] as number;
        let bits = this.#bits[term] as number;
        if (bits === 0) continue;
        if (at >= idStart && at < idEnd) matchedOfId += 1;
        // a word only the display name has says less than one of the id
        let place = at < idEnd ? 1 : 0.97;
        // nano-gpt sells more than GPT
        if (at > start && at < idStart) place = 0.6;
        while (bits !== 0) {
          const word = 31 - Math.clz32(bits & -bits);
          const value = (this.#likeness[word]?.get(term) ?? 0) * place;
          if (value > (best[word] as number)) best[word] = value;
          bits &= bits - 1;
        }
      }
      let sum = 0;
      for (let slot = 0; slot < slots.length; slot += 1)
        sum += bestReading(slots[slot] as Reading[], best);
      const meant = sum / slots.length;
      const brevity = matchedOfId / Math.max(1, idEnd - idStart);
      const fit = meant + 0.12 * brevity + 0.1 * (facts.ownRow[row] as number);
      return loss === undefined ? fit : fit - loss(idStart, end);
    };
  }
}

function bestReading(readings: Reading[], best: Float64Array): number {
  let value = 0;
  for (let at = 0; at < readings.length; at += 1) {
    const { words, quality } = readings[at] as Reading;
    let sum = 0;
    for (let position = 0; position < words.length; position += 1) {
      const likeness = best[words[position] as number] as number;
      if (likeness === 0) {
        sum = 0;
        break;
      }
      sum += likeness;
    }
    value = Math.max(value, (sum / words.length) * quality);
  }
  return value;
}

function maskOf(reading: Reading): number {
  return reading.words.reduce((mask, word) => mask | (1 << word), 0);
}

/** Terms that hold the word, found in one pass over the joined text. */
function strictTerms(word: string, index: SearchIndex): Map<number, number> {
  const met = new Map<number, number>();
  let term = 0;
  for (let at = index.text.indexOf(word); at >= 0; at = index.text.indexOf(word, at + 1)) {
    term = numberAt(index.termStarts, at, term);
    const value = strictLikeness(word, termAt(index, term));
    if (value > 0) met.set(term, value);
  }
  return met;
}

function addForgiven(word: string, index: SearchIndex, met: Map<number, number>): void {
  if (isNumber(word)) return;
  const letters = lettersOf(word);
  const allowed = word.length >= 7 ? 4 : 2;
  const { length } = index.letters;
  for (let term = 0; term < length; term += 1) {
    const other = index.letters[term] as number;
    if ((letters & other) !== letters) {
      let strange = letters ^ other;
      let count = 0;
      for (; strange !== 0 && count <= allowed; strange &= strange - 1) count += 1;
      if (count > allowed) continue;
    }
    if (met.has(term)) continue;
    const value = forgivingLikeness(word, termAt(index, term));
    if (value > 0) met.set(term, value);
  }
}

/** The term that a place in the text is in. */
function numberAt(starts: Uint32Array, at: number, from: number): number {
  let low = from;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
