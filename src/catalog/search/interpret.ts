import type { SearchIndex } from "../prepared/search-index.ts";
import { isNumber, piecesOf, wordsOf } from "../words/spelled.ts";

/** One way to read a word of the query: all of these words, together worth `quality`. */
export interface Reading {
  /** Positions in `Interpretation.words`. */
  words: number[];
  quality: number;
}

/** A query taken apart: every slot is to be met by one of its readings. */
export interface Interpretation {
  /** The distinct words of all readings. */
  words: string[];
  slots: Reading[][];
  /** As they were typed. */
  typed: string[];
}

// 30 words fit the bits of a number; nobody types more
const mostWords = 30;
const mostSlots = 12;

/** `gptoss 20b` → gptoss or (gpt and oss); 20b or (20 and b). */
export function interpret(query: string, index: SearchIndex): Interpretation {
  const words: string[] = [];
  const place = (word: string): number => {
    const known = words.indexOf(word);
    return known >= 0 ? known : words.push(word) - 1;
  };
  const typed = wordsOf(query).slice(0, mostSlots);
  // what was typed comes first, so that other readings cannot take its place
  for (const word of typed) place(word);
  const slots = typed.map((word, position) => {
    const readings: Reading[] = [{ words: [place(word)], quality: 1 }];
    const pieces = piecesOf(word);
    const alternatives: [parts: string[], quality: number][] = [];
    if (pieces.length > 1) {
      // 4o is no o4
      const isNamed = isNumber(pieces[0] as string) && hasTerm(index, word);
      alternatives.push([pieces, isNamed ? 0.85 : 0.97]);
    }
    if (!hasTerm(index, word)) {
      for (const parts of splits(word, index)) alternatives.push([parts, 0.93]);
    }
    const joined = [
      position > 0 ? `${typed[position - 1]}${word}` : "",
      position + 1 < typed.length ? `${word}${typed[position + 1]}` : "",
    ];
    for (const glued of joined) {
      if (glued !== "" && hasTerm(index, glued)) alternatives.push([[glued], 0.95]);
    }
    for (const [parts, quality] of alternatives) {
      if (words.length + parts.length > mostWords) break;
      readings.push({ words: parts.map(place), quality });
    }
    return readings;
  });
  return { words, slots, typed };
}

function hasTerm(index: SearchIndex, word: string): boolean {
  return index.text.includes(`\n${word}\n`);
}

/** Two words the catalog knows, written as one. */
function splits(word: string, index: SearchIndex): string[][] {
  const found: string[][] = [];
  for (let at = 2; at <= word.length - 2 && found.length < 3; at += 1) {
    const left = word.slice(0, at);
    const right = word.slice(at);
    if (hasTerm(index, left) && hasTerm(index, right)) {
      found.push([...piecesOf(left), ...piecesOf(right)]);
    }
  }
  return found;
}
