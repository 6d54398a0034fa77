import type { ModelRow } from "../../words/model.ts";
import { wrappersWords } from "../sellers/wrappers.ts";
import { isDerivedWord } from "./derived-words.ts";
import type { IdSpelling } from "./host-syntax.ts";
import { stemOf } from "./spelling.ts";

const longestPrefix = 3;

/**
 * Words that a host puts before a model's name: `openai-gpt-5`, `databricks-gpt-5`, `coding-glm-5.1`.
 *
 * A prefix is taken off only where the catalog knows the rest by itself, and the prefix is somebody's name,
 * or one provider puts it before several models.
 */
export class Prefixes {
  /** Stem → its only provider, or null where several sell it. */
  readonly #sellerOfStem = new Map<string, string | null>();
  readonly #official: ReadonlySet<string>;
  readonly #somebody = new Set<string>();
  readonly #learned = new Set<string>();
  /** With what prefixes begin: z, za and zai. */
  readonly #beginnings = new Set<string>();
  /** The same rests are looked at again and again. */
  readonly #stems = new Map<string, string>();

  constructor(
    models: readonly ModelRow[],
    ids: ReadonlyMap<string, IdSpelling>,
    official: ReadonlySet<string>,
    labs: Iterable<string>,
  ) {
    this.#official = official;
    const somebody = new Set(labs);
    const stems = new Map<string, string>();
    for (const [id, { words, namespace }] of ids) {
      stems.set(id, this.#stemOf(words));
      somebody.add(namespace);
    }
    models.forEach(({ id, provider }) => {
      const stem = stems.get(id) as string;
      const seller = this.#sellerOfStem.get(stem);
      if (seller === undefined) this.#sellerOfStem.set(stem, provider);
      else if (seller !== null && seller !== provider) this.#sellerOfStem.set(stem, null);
      somebody.add(provider);
    });
    for (const name of somebody) this.#noteSomebody(name);
    for (const word of wrappersWords) this.#addLearned(word);
    this.#learn(models, ids);
  }

  /** The words without what a host put before them. */
  strip(words: readonly string[]): readonly string[] {
    let rest = words;
    for (let cut = this.#cut(rest); cut > 0; cut = this.#cut(rest)) rest = rest.slice(cut);
    return rest;
  }

  /** The words without any names before them, whether or not the rest is known. */
  withoutNames(words: readonly string[]): readonly string[] {
    for (let length = Math.min(longestPrefix, words.length - 1); length > 0; length -= 1) {
      if (this.#isPrefix(words.slice(0, length).join(""))) return words.slice(length);
    }
    return words;
  }

  /** The words begin with somebody's name, or there are none. */
  isName(words: readonly string[]): boolean {
    return words.length === 0 || this.#somebody.has(words[0] as string);
  }

  #cut(words: readonly string[]): number {
    // most ids begin with no name at all
    if (words.length < 2 || !this.#beginnings.has(words[0] as string)) return 0;
    // duo-chat before duo, because chat-gpt-5 would be read as gpt-5-chat
    for (let length = Math.min(longestPrefix, words.length - 1); length > 0; length -= 1) {
      if (!this.#isPrefix(words.slice(0, length).join(""))) continue;
      if (this.#isKnown(words.slice(length))) return length;
    }
    return 0;
  }

  #isPrefix(text: string): boolean {
    return this.#learned.has(text) || this.#somebody.has(text);
  }

  /** models.json lists the rest, or two sell it; a single word alone could mean anything. */
  #isKnown(words: readonly string[]): boolean {
    const stem = this.#stemOf(words);
    if (this.#official.has(stem)) return true;
    if (words.length < 2 || !words.some((word) => /\p{L}{2}/u.test(word))) return false;
    return this.#sellerOfStem.get(stem) === null || this.#cut(words) > 0;
  }

  #stemOf(words: readonly string[]): string {
    const written = words.join(" ");
    let stem = this.#stems.get(written);
    if (stem === undefined) {
      stem = stemOf(words);
      this.#stems.set(written, stem);
    }
    return stem;
  }

  #noteSomebody(name: string): void {
    const parts = name.toLowerCase().split(/[^a-z0-9]+/);
    const whole = parts.join("");
    if (whole.length < 3) return;
    this.#addSomebody(whole);
    // snowflake of snowflake-cortex, moonshot of moonshotai
    const first = parts[0] as string;
    if (first.length >= 4) this.#addSomebody(first);
    if (whole.endsWith("ai") && whole.length >= 8) this.#addSomebody(whole.slice(0, -2));
  }

  #addSomebody(name: string): void {
    if (isDerivedWord(name)) return;
    this.#somebody.add(name);
    this.#noteBeginnings(name);
  }

  #noteBeginnings(prefix: string): void {
    for (let end = 1; end <= prefix.length; end += 1) this.#beginnings.add(prefix.slice(0, end));
  }

  /** A prefix without digits that one provider alone puts before two or more known models. */
  #learn(models: readonly ModelRow[], ids: ReadonlyMap<string, IdSpelling>): void {
    const candidates = new Map<string, { prefix: string; rest: string }[]>();
    for (const [id, { words, namespace }] of ids) {
      // who uploads weights under a word of its own has made something of them: EVA-UNIT-01/EVA-Qwen2.5-32B
      const found = namespace === "" ? this.#candidates(words) : [];
      if (found.length > 0) candidates.set(id, found);
    }
    const providers = new Map<string, Set<string>>();
    const rests = new Map<string, Set<string>>();
    models.forEach(({ id, provider }) => {
      for (const { prefix, rest } of candidates.get(id) ?? []) {
        add(providers, prefix, provider);
        add(rests, prefix, rest);
      }
    });
    for (const [prefix, sellers] of providers) {
      if (sellers.size === 1 && (rests.get(prefix)?.size ?? 0) >= 2) this.#addLearned(prefix);
    }
  }

  #addLearned(prefix: string): void {
    if (isDerivedWord(prefix)) return;
    this.#learned.add(prefix);
    this.#noteBeginnings(prefix);
  }

  #candidates(words: readonly string[]): { prefix: string; rest: string }[] {
    const found: { prefix: string; rest: string }[] = [];
    for (let length = 1; length < longestPrefix && length < words.length; length += 1) {
      if (/\d/.test(words[length - 1] as string)) break;
      const rest = words.slice(length);
      if (!this.#isKnown(rest)) continue;
      const prefix = words.slice(0, length).join("");
      if (!this.#somebody.has(prefix)) found.push({ prefix, rest: this.#stemOf(rest) });
    }
    return found;
  }
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}
