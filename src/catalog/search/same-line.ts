import { readId } from "../inferred/identity/host-syntax.ts";
import type { CatalogView } from "../view.ts";
import { splitRef } from "../words/ref.ts";
import { wordsOf } from "../words/spelled.ts";

/** What a name says of its line, and which of the line it is. */
interface Line {
  /** Its words without the version, those that all of a line have: `gpt`, `codex`; `o#` of o3, `#o` of 4o. */
  words: string[];
  /** `5.3` of `gpt-5.3-codex`; undefined where it names none. */
  version: number | undefined;
  sizes: readonly string[];
}

/** The number in a word that tells the versions of a line apart: of `4.8`, `k2.6`, `4o`. */
const versionWord = /^(\p{L}?)(\d{1,2}(?:\.\d{1,2})?)(\p{L}?)$/u;

function lineOf(name: string): Line {
  const { words, marks, sizes } = readId(name);
  const line: Line = { words: [], version: undefined, sizes };
  for (const word of words) {
    const [, before = "", number, behind = ""] = versionWord.exec(word) ?? [];
    if (number === undefined || line.version !== undefined) {
      line.words.push(word);
      continue;
    }
    line.version = Number(number);
    if (before !== "") line.words.push(`${before}#`);
    if (behind !== "") line.words.push(`#${behind}`);
  }
  line.words.push(...marks.map(({ name: mark }) => mark));
  return line;
}

/** A row of the line of a name. */
interface OfLine {
  row: number;
  /** How many versions lie between; endless where the row names none. */
  distance: number;
  version: number | undefined;
  /** How many words it has. */
  words: number;
  outputs: number;
  /** Before others, the least first. */
  order: number[];
}

export interface RowsOfLine {
  /** Those of the version that was typed. */
  same: number[];
  /** Those of others, one of each version before more of it. */
  others: number[];
  /** Where no version was typed: those that have all its words. */
  kin: number[];
}

/**
 * The rows of the line of a name: the maker's, or those of the provider that was named, before others, of
 * these the nearest first, and plain ones before those with more words. What is deprecated stands behind.
 */
export function rowsOfLine(view: CatalogView, name: string, provider?: string): RowsOfLine {
  const wanted = lineOf(name);
  if (wanted.words.length === 0) return { same: [], others: [], kin: [] };
  const found = inOrder(readRows(view, wanted, provider));
  if (wanted.version === undefined)
    return { same: [], others: [], kin: found.map(({ row }) => row) };
  const same = found.filter(({ distance }) => distance === 0);
  const others = found.filter(({ distance }) => distance > 0);
  const first = new Set(others.filter(isFirstOfVersion));
  return {
    same: same.map(({ row }) => row),
    others: [...first, ...others.filter((one) => !first.has(one))].map(({ row }) => row),
    kin: [],
  };
}

/** A row has all words of a line, and the version where the line has one. */
export function isSameVersion(name: string, ref: string): boolean {
  const wanted = lineOf(name);
  const line = lineOf(ref);
  return isOfLine(wanted, line, ref) && line.version === wanted.version;
}

function readRows(view: CatalogView, wanted: Line, provider: string | undefined): OfLine[] {
  const { columns, refs } = view;
  const { status, statuses, ownRow, released, outputModalities } = columns;
  const deprecated = statuses.indexOf("deprecated") + 1;
  // most rows lack a word, and are not taken apart
  const needed = wanted.words.filter((word) => !word.includes("#"));
  return refs.flatMap((ref, row) => {
    const text = ref.toLowerCase();
    if (needed.some((word) => !text.includes(word))) return [];
    const line = lineOf(ref);
    if (!isOfLine(wanted, line, ref)) return [];
    const isNear = provider === undefined ? ownRow[row] === 1 : ref.startsWith(`${provider}/`);
    // 5.6 is as far from 5.5 as 5.5 from 5.4
    const distance = Math.round(apart(line.version, wanted.version) * 100);
    const otherSizes = wanted.sizes.filter((size) => !line.sizes.includes(size)).length;
    const words = line.words.length;
    const order = [
      Number(deprecated > 0 && status[row] === deprecated),
      Number(!isNear),
      distance,
      otherSizes,
      words,
      -(released[row] as number),
    ];
    const outputs = outputModalities[row] as number;
    return [{ row, distance, version: line.version, words, outputs, order }];
  });
}

function apart(version: number | undefined, wanted: number | undefined): number {
  return wanted === undefined ? 0 : Math.abs((version ?? Infinity) - wanted);
}

/** What gives something else than the plainest of its line, pictures for text, stands behind. */
function inOrder(rows: readonly OfLine[]): OfLine[] {
  const sorted = rows.toSorted(byOrder);
  const fewest = Math.min(...sorted.map(({ words }) => words));
  const usual = sorted.find(({ words }) => words === fewest)?.outputs;
  return sorted
    .map((one) => ({ ...one, order: [Number(one.outputs !== usual), ...one.order] }))
    .sort(byOrder);
}

/**
 * A row has all words of the line in its id, but for those of its provider where the name begins with that: gpt-4o-nano is
 * none of nano-gpt's.
 */
function isOfLine({ words }: Line, line: Line, ref: string): boolean {
  const seller = wordsOf(splitRef(ref)?.provider ?? "");
  const isNamed = seller.length > 0 && seller.every((word, at) => words[at] === word);
  const wanted = isNamed ? words.slice(seller.length) : words;
  const isPlain = wanted.length === 0;
  return (
    (isPlain || wanted.some((word) => line.words.includes(word))) &&
    wanted.every((word) => line.words.includes(word))
  );
}

function byOrder(a: OfLine, b: OfLine): number {
  const at = a.order.findIndex((value, place) => value !== b.order[place]);
  return at < 0 ? a.row - b.row : (a.order[at] as number) - (b.order[at] as number);
}

function isFirstOfVersion({ version }: OfLine, at: number, all: readonly OfLine[]): boolean {
  return version === undefined || all.findIndex((other) => other.version === version) === at;
}
