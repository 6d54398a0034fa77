import { ownEntry } from "../../catalog/words/own-entry.ts";
import { splitRef } from "../../catalog/words/ref.ts";
import { quotedWord, shellWord } from "../../catalog/words/shell-word.ts";
import { kinds } from "../../catalog/words/kinds.ts";
import { findCapability } from "../../catalog/words/capability.ts";
import { useCaseNames } from "../../catalog/recommend/use-cases.ts";

type Instead = (words: readonly string[]) => string[];

const eachAs =
  (command: string) =>
  (words: readonly string[]): string[] =>
    words.map((word) => `${command} ${shellWord(word)}`);

/** Most models have a number in their names, few providers have; a search can be made for any word. */
const looksFor = (word: string): string[] =>
  /\d/.test(word) ? ["search", "info"] : ["search", "list --provider"];

/** Letters with a number, or a ref: `mini` and `4.5` are parts of a name that was written with spaces. */
function isName(word: string): boolean {
  return splitRef(word) !== undefined || (/\d/.test(word) && /\p{L}/u.test(word));
}

/** A word that is no name, but what a list can be of: `free`, `vision`, `embedding`. */
function flagMeant(typed: string): string | undefined {
  const word = typed.toLowerCase();
  if (useCaseNames.some((one) => one === word)) return `recommend ${word}`;
  if (flags.includes(word)) return `list --${word}`;
  if (kinds.some((one) => one === word)) return `list --kind ${word}`;
  return findCapability(word) === undefined ? undefined : `list --capability ${word}`;
}

const flags = ["free", "configured", "open-weights"];

function inOne(words: readonly string[]): string {
  return quotedWord(words.join(" "));
}

/** For a command that is given more words than it takes: lines that take them. */
const instead: Readonly<Record<string, Instead>> = {
  "modelforge models list": (words) => {
    const [word = "", ...others] = words;
    if (words.every((one) => splitRef(one) !== undefined)) {
      return others.length === 0 ? eachAs("info")(words) : [`compare ${together(words)}`];
    }
    if (others.length > 0) return [`search ${together(words)}`];
    const flag = flagMeant(word);
    if (flag !== undefined) return [flag, ...eachAs("search")([word])];
    return looksFor(word).flatMap((command) => eachAs(command)([word]));
  },
  "modelforge models info": (words) =>
    words.every(isName) ? [`compare ${together(words)}`] : [`info ${inOne(words)}`],
  "modelforge models offers": (words) =>
    words.every(isName) ? eachAs("offers")(words) : [`offers ${inOne(words)}`],
  "modelforge models recommend": (words) => {
    const known = words.filter((word) => useCaseNames.some((one) => one === word.toLowerCase()));
    return known.length > 0 ? eachAs("recommend")(known) : ["recommend"];
  },
  "modelforge discover": (words) => [`discover ${inOne(words)}`],
  "modelforge providers list": (words) =>
    words.flatMap((word) => [
      ...(isName(word) ? eachAs("offers")([word]) : []),
      ...eachAs("providers info")([word]),
    ]),
  "modelforge providers info": (words) => [
    `providers info ${inOne(words)}`,
    ...eachAs("providers info")(words),
  ],
  "modelforge cache restore": eachAs("cache restore"),
  "modelforge config get": eachAs("config get"),
  "modelforge config unset": eachAs("config unset"),
  "modelforge config set": ([key = "", ...value]) => [
    `config set ${shellWord(key)} ${inOne(value)}`,
  ],
  "modelforge config use": (words) => [`config use ${inOne(words)}`],
  "modelforge config alias": ([name = "", ...model]) => [
    `config alias ${shellWord(name)} ${inOne(model)}`,
  ],
  "modelforge features enable": eachAs("features enable"),
  "modelforge features disable": eachAs("features disable"),
  // the second is a key more often than not
  "modelforge auth login": ([provider = ""]) => [`auth login ${shellWord(provider)} --key-stdin`],
  "modelforge auth logout": eachAs("auth logout"),
  "modelforge auth list": eachAs("auth status"),
  "modelforge auth token": eachAs("auth token"),
  "modelforge auth trust": ([provider = "", ...addresses]) =>
    addresses.map((address) => `auth trust ${shellWord(provider)} ${shellWord(address)}`),
  "modelforge completion": eachAs("completion"),
};

const most = 3;

/** Command lines to type for one with too many words. `name`: the command's, with `modelforge` in front; `words`: those it would take one of. */
export function insteadOfTooMany(name: string, words: readonly string[]): string[] {
  const lines = words.length === 0 ? undefined : ownEntry(instead, name)?.(words);
  if (lines === undefined) return [name];
  return [...new Set(lines)].slice(0, most).map((line) => `modelforge ${line}`);
}

function together(words: readonly string[]): string {
  return words.map(shellWord).join(" ");
}
