import { isNumber, wordsOf } from "../words/spelled.ts";

/** The words of a name without its version: those that all of a line have. */
export function lineOf(name: string): string[] {
  return wordsOf(idIn(name))
    .map((word) => word.replace(/\d+$/, ""))
    .filter((word) => word.length > 1 && !isNumber(word));
}

/** A row has all words of the line, some in its id or the whole name of its provider: nano-gpt alone is no GPT. */
export function isOfLine(line: readonly string[], ref: string): boolean {
  const slash = ref.indexOf("/");
  const words = wordsOf(ref.slice(slash + 1));
  const seller = wordsOf(ref.slice(0, slash));
  const inId = line.filter((word) => words.some((one) => one.startsWith(word)));
  const isNamed = inId.length > 0 || seller.every((word) => line.includes(word));
  return isNamed && line.every((word) => inId.includes(word) || seller.includes(word));
}

/** Those of nearest version first, of equally near as they came. */
export function byNearness(
  name: string,
  rows: readonly number[],
  refs: readonly string[],
): number[] {
  const wanted = versionIn(name);
  const distance = (row: number): number => Math.abs(versionIn(refs[row] ?? "") - wanted);
  return rows.toSorted((a, b) => distance(a) - distance(b));
}

/** `5.3` of `gpt-5.3-codex`, `4.8` of `claude-opus-4-8`; far from all where there is none. */
function versionIn(name: string): number {
  const [, major, minor = "0"] = /(\d+)(?:[.-](\d{1,2})(?!\d))?/.exec(idIn(name)) ?? [];
  return major === undefined ? Number.MAX_SAFE_INTEGER : Number(`${major}.${minor}`);
}

function idIn(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}
