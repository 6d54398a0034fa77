import { type Mark, type MarkKind, takeMark } from "./marks.ts";
import { readWords, type Word } from "./words.ts";

/** What a text says of a model, taken apart: the words that name it, and all that may differ between hosts. */
export interface Spelling {
  /** In the order of the text. */
  words: readonly string[];
  sizes: readonly string[];
  /** Dates, as `2025-08-05`, `2025-08` or `--03-24`. */
  stamps: readonly string[];
  /** Marks that a model may carry in its own name. */
  marks: readonly Mark[];
  /** Names of servings that are never a model's own name. */
  variants: readonly string[];
}

export function readSpelling(text: string): Spelling {
  return spell(readWords(text));
}

function spell(words: readonly Word[]): Spelling {
  const spelling = {
    words: [] as string[],
    sizes: [] as string[],
    stamps: [] as string[],
    marks: [] as Mark[],
    variants: [] as string[],
  };
  for (let at = 0; at < words.length; at += 1) {
    const { text, kind } = words[at] as Word;
    // the first word names the model, whatever it means elsewhere: lightning-v1
    const found = at === 0 || kind !== "word" ? undefined : takeMark(words, at);
    if (kind === "size") spelling.sizes.push(text);
    else if (kind === "stamp") spelling.stamps.push(text);
    else if (found === undefined) {
      spelling.words.push(text.startsWith("v") ? text.replace(/^v(?=\d)/, "") : text);
    } else {
      at += found.length - 1;
      if (found.mark.kind !== "plain") spelling.marks.push(found.mark);
      else if (found.mark.name !== "") spelling.variants.push(found.mark.name);
    }
  }
  return spelling;
}

/** The words in one order, because claude-4-sonnet and claude-sonnet-4 are the same. */
export function stemOf(words: readonly string[]): string {
  const sorted = words.slice();
  // a few words each: `sort` makes kilobytes of lists to put them in order
  for (let next = 1; next < sorted.length; next += 1) {
    const word = sorted[next] as string;
    let at = next;
    for (; at > 0 && (sorted[at - 1] as string) > word; at -= 1)
      sorted[at] = sorted[at - 1] as string;
    sorted[at] = word;
  }
  return sorted.join(" ");
}

export function marksText(marks: readonly Mark[]): string {
  if (marks.length < 2) return marks[0]?.name ?? "";
  return [...new Set(marks.map(({ name }) => name))].sort().join(" ");
}

export function hasMark(marks: readonly Mark[], kind: MarkKind): boolean {
  return marks.some((mark) => mark.kind === kind);
}

export function sortedText(texts: readonly string[]): string {
  return texts.length < 2 ? (texts[0] ?? "") : [...new Set(texts)].sort().join(" ");
}

/** Two texts with the same key say the same: `3.3 llama|70b||instruct`. */
export function formKey({ sizes, stamps, marks }: Spelling, words: readonly string[]): string {
  return `${stemOf(words)}|${sortedText(sizes)}|${sortedText(stamps)}|${marksText(marks)}`;
}
