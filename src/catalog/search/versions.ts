import { type SearchIndex, termAt } from "../prepared/search-index.ts";
import { isNumber } from "../words/spelled.ts";

/** What a row loses whose version is another than the one typed, and one whose version only begins so. */
const lost = { other: 0.6, longer: 0.25 } as const;

/** Of a version no longer number is a part: `20250514` is a date, `405` a size. */
const longestPart = 2;

/**
 * How far the versions in a row's id are from those in a query, 0 for not at all: `3.5` is neither 5.3 nor 3, and 4 is
 * rather 4 than 4.5. Undefined where the query names none.
 */
export function versionLoss(
  typed: readonly string[],
  index: SearchIndex,
): ((start: number, end: number) => number) | undefined {
  const versions = versionsOf(typed, index);
  if (versions.length === 0) return undefined;
  const numbers = new Map<number, string>();
  const numberAt = (at: number): string => {
    const term = index.rowTerms[at] as number;
    let text = numbers.get(term);
    if (text === undefined) {
      text = versionPart(termAt(index, term));
      numbers.set(term, text);
    }
    return text;
  };
  return (start, end) => {
    let loss = 0;
    for (const version of versions) loss += lossOf(version, start, end, numberAt);
    return loss;
  };
}

/** Numbers that stand side by side. */
function versionsOf(typed: readonly string[], { text }: SearchIndex): string[][] {
  const versions: string[][] = [];
  let isInside = false;
  for (const [at, word] of typed.entries()) {
    const next = typed[at + 1] ?? "";
    // 4 o is a word of its own in gpt-4o
    const isGlued = isNumber(word) && !isNumber(next) && text.includes(`\n${word}${next}\n`);
    const part = isGlued && next !== "" ? "" : versionPart(word);
    if (part === "") isInside = false;
    else if (isInside) versions.at(-1)?.push(part);
    else {
      versions.push([part]);
      isInside = true;
    }
  }
  return versions;
}

/** The number that a word ends with, where it is a part of a version: of `qwen3` and of `v3`, not of `20b` and `4o`. */
function versionPart(word: string): string {
  const number = /\d+$/.exec(word)?.[0] ?? "";
  const isPart =
    number.length <= longestPart && (isNumber(word) || !/\d/.test(word.slice(0, -number.length)));
  return isPart ? number : "";
}

function lossOf(
  version: readonly string[],
  start: number,
  end: number,
  numberAt: (at: number) => string,
): number {
  let least: number = lost.other;
  for (let at = start; at + version.length <= end; at += 1) {
    if (!version.every((part, step) => numberAt(at + step) === part)) continue;
    // the row's version ends with what was typed, or begins with it
    const isLater = at > start && numberAt(at - 1) !== "";
    const goesOn = at + version.length < end && numberAt(at + version.length) !== "";
    if (!isLater && !goesOn) return 0;
    least = Math.min(least, isLater ? lost.other : lost.longer);
  }
  return least;
}
