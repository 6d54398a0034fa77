import { isNumber, piecesOf } from "./spelled.ts";

/** How a word of the query meets a word of the catalog; 0 where it does not. */
const likeness = {
  same: 1,
  /** `480` in `480b`, `qwen` in `qwen3`. */
  piece: 0.96,
  /** `son` in `sonnet`. */
  start: 0.86,
  /** `pt` in `gpt`. */
  inside: 0.55,
  /** One slip of the finger. */
  oneSlip: 0.72,
  twoSlips: 0.55,
} as const;

/** Without forgiveness: the same word, one of its pieces, or its beginning. */
export function strictLikeness(query: string, word: string): number {
  if (query === word) return likeness.same;
  if (query.length >= word.length || !word.includes(query)) return 0;
  if (piecesOf(word).includes(query)) return likeness.piece;
  // a number is a version: 4 is not the beginning of 41
  if (isNumber(query)) return 0;
  return word.startsWith(query) ? likeness.start : 0;
}

/** With forgiveness for slips: letters missing, doubled, swapped or wrong. Numbers are never guessed. */
export function forgivingLikeness(query: string, word: string): number {
  if (isNumber(query) || isNumber(word)) return 0;
  if (query.length >= 2 && word.length > query.length && word.includes(query)) {
    return likeness.inside;
  }
  if (query.length < 3) return 0;
  const allowed = query.length >= 7 ? 2 : 1;
  const head = leadingLetters(word);
  const slips = Math.min(
    slipsBetween(query, word, allowed),
    head === word || head.length < 3 ? 9 : slipsBetween(query, head, allowed),
  );
  if (slips === 1) return likeness.oneSlip;
  return slips === 2 && allowed === 2 ? likeness.twoSlips : 0;
}

// `qwen3` is `qwen` to whoever mistypes it
function leadingLetters(word: string): string {
  return /^\p{L}*/u.exec(word)?.[0] ?? "";
}

const longestWord = 64;
const rows = [0, 1, 2].map(() => new Uint8Array(longestWord + 1));

/** Edits between two words, a swap of neighbours counting once; more than `allowed` is reported as `allowed + 1`. */
export function slipsBetween(a: string, b: string, allowed: number): number {
  const tooMany = allowed + 1;
  if (Math.abs(a.length - b.length) > allowed) return tooMany;
  if (a.length > longestWord || b.length > longestWord) return tooMany;
  let [before, previous, current] = rows as [Uint8Array, Uint8Array, Uint8Array];
  for (let j = 0; j <= b.length; j += 1) previous[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    current[0] = i;
    let best = i;
    const left = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j += 1) {
      const right = b.charCodeAt(j - 1);
      let edits = Math.min(
        (previous[j] as number) + 1,
        (current[j - 1] as number) + 1,
        (previous[j - 1] as number) + (left === right ? 0 : 1),
      );
      const swapped =
        i > 1 && j > 1 && left === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === right;
      if (swapped) edits = Math.min(edits, (before[j - 2] as number) + 1);
      current[j] = edits;
      if (edits < best) best = edits;
    }
    if (best > allowed) return tooMany;
    [before, previous, current] = [previous, current, before];
  }
  return Math.min(previous[b.length] as number, tooMany);
}
