import { isHeap } from "../catalog/words/heap.ts";
import { keyPatterns, looksLikeKey } from "../catalog/words/key-forms.ts";
import { beginningOf } from "../catalog/words/said.ts";
import { ModelForgeError } from "../failure.ts";
import { showAddress } from "../system/address.ts";

interface Pattern {
  /** As a pattern: what no such secret is without. */
  sign: string;
  /** Where it stands in a text, and where that is beyond doubt one: an address within a sentence names a page. */
  pattern: RegExp;
  sure?: RegExp;
  /** For messages: `a key of Anthropic`. */
  what: string;
  /** What is left of it where it is shown. */
  shown(found: string): string;
}

const dots = (): string => "…";

/** What holds a secret beyond doubt, by its form. */
const patterns: readonly Pattern[] = [
  ...keyPatterns.map((one) => ({ ...one, shown: dots })),
  {
    // each bound keeps a text without end from being gone through from every place in it
    sign: "eyJ",
    pattern: /(?<![\w-])eyJ[\w-]{10,4000}\.[\w-]{10,4000}\.[\w-]{10,}/g,
    what: "a key of some service: it is a token",
    shown: dots,
  },
  {
    sign: "[Bb][Ee][Aa][Rr][Ee][Rr]",
    pattern: /\bBearer +[\w.~+/-]{16,}=*/gi,
    what: "a key of some service: it is a token",
    shown: dots,
  },
  {
    sign: "@",
    pattern: /(?<![\w:])\/\/[^\s"'/]{0,2000}:[^\s"'/]{0,2000}@[^\s"']*/g,
    what: "an address with a name, a password or a query",
    shown: dots,
  },
  {
    sign: "[@?#]",
    pattern: /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,60}:\/\/[^\s"']{0,1000}[@?#][^\s"']*/gi,
    sure: /(?<=^|["'=])[a-z][a-z0-9+.-]{0,60}:\/\/[^\s"']{0,1000}[@?#][^\s"']*(?=$|["'])/gim,
    what: "an address with a name, a password or a query",
    shown: showAddress,
  },
];

// most texts hold none, and to find that out takes one pattern in the place of all
const anySign = new RegExp(patterns.map(({ sign }) => sign).join("|"));

/** What a text holds that is secret, as far as its form tells; undefined where that is nothing. */
export function secretIn(text: string): string | undefined {
  if (!anySign.test(text)) return undefined;
  return patterns.find(({ pattern, sure = pattern }) => text.search(sure) >= 0)?.what;
}

/** The text without what is secret in it. */
export function withoutSecrets(text: string): string {
  if (!anySign.test(text)) return text;
  return patterns.reduce((left, { pattern, shown }) => left.replace(pattern, shown), text);
}

/** A name of a file, if it is no key in the wrong place. */
export function keylessName(name: string): string {
  const isKey = name.split(/["\s.]+/).some((part) => looksLikeKey(part) || isHeap(part));
  return isKey ? dots() : withoutSecrets(name);
}

/** The same in a sentence: what nobody would see is seen, and of one without end its beginning. */
export function shownName(name: string): string {
  return beginningOf(visible(keylessName(name)));
}

/** A sentence with what came from a file in it: nothing secret, and what nobody would see is seen. */
export function shownSentence(text: string): string {
  return visible(withoutSecrets(text));
}

function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** What a text holds that is secret, a word that only begins as keys do counted, too: for what a person gives as a name or a value. */
function secretGiven(text: string, known: readonly string[]): string | undefined {
  if (known.some((value) => text.includes(value))) return "a key that is at hand here";
  const isKey = text.split(/[\s"'`=,;]+/).some(looksLikeKey);
  return secretIn(text) ?? (isKey ? "a key of some service" : undefined);
}

/**
 * Throws `usage.bad-value`. The text is not repeated: what is on the screen is in the log of the terminal. `known`: keys
 * that are kept or in the environment, whatever their form.
 */
export function refuseSecret(text: string, known: readonly string[] = []): void {
  const what = secretGiven(text, known);
  if (what !== undefined) throw holdsNone(what);
}

/** The same for a text that somebody wrote, as far as it was not there before. */
export function refuseNewSecret(before: string, after: string, known: readonly string[]): void {
  const old = new Set(linesOf(before));
  for (const line of linesOf(after)) {
    const what = old.has(line) ? undefined : secretGiven(line, known);
    if (what !== undefined) throw holdsNone(what);
  }
}

const linesOf = (text: string): string[] => text.split(/\r\n|\r|\n/);

function holdsNone(what: string): ModelForgeError {
  const hint = what.startsWith("a key")
    ? "modelforge auth login <provider> --key-stdin keeps it, and gives it to its host alone"
    : "MODELFORGE_URL takes it";
  return new ModelForgeError("usage.bad-value", {
    message: `that looks like ${what}; a configuration holds none`,
    hint,
    details: { looksLike: what },
  });
}
