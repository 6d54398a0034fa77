import type { Prefixes } from "./prefixes.ts";
import { formKey, readSpelling, type Spelling, stemOf } from "./spelling.ts";

/** A name read as one of the forms it could mean. */
export interface NameSpelling extends Spelling {
  key: string;
  stem: string;
}

/** Reads display names as if they were ids. */
export class NameReader {
  readonly #prefixes: Prefixes;
  readonly #read = new Map<string, readonly NameSpelling[]>();

  constructor(prefixes: Prefixes) {
    this.#prefixes = prefixes;
  }

  /** What a name could mean, the likeliest first. */
  read(name: string): readonly NameSpelling[] {
    const known = this.#read.get(name) ?? this.#spellings(name);
    this.#read.set(name, known);
    return known;
  }

  #spellings(name: string): NameSpelling[] {
    const own = withoutMaker(name);
    const open = own.indexOf("(");
    const spellings = [readSpelling(own)];
    if (open >= 0) {
      const inside = readSpelling(own.slice(open));
      // DeepSeek V4 Flash (Alibaba Cloud) names the host, Agentic Chat (Claude Haiku 4.5) the model
      if (this.#prefixes.isName(inside.words) && inside.marks.length === 0) {
        spellings.push(readSpelling(own.slice(0, open)));
      }
      spellings.push(inside);
    }
    return spellings
      .filter(({ words }) => words.length > 0)
      .map((spelling) => {
        const words = this.#prefixes.strip(spelling.words);
        return { ...spelling, words, stem: stemOf(words), key: formKey(spelling, words) };
      });
  }
}

/** `Anthropic: Claude Opus 4.5` → `Claude Opus 4.5` */
export function withoutMaker(name: string): string {
  const colon = name.indexOf(": ");
  return colon < 0 ? name : name.slice(colon + 2);
}
