import { ownEntry } from "../../catalog/words/own-entry.ts";
import { splitRef } from "../../catalog/words/ref.ts";
import { quotedWord, shellWord } from "../../catalog/words/shell-word.ts";
import { useCaseNames } from "../../catalog/recommend/use-cases.ts";

/** What a word is in the catalog at hand. */
export type WhatItNames = "provider" | "model" | "neither" | "unknown";
/** `unknown` of every word where no catalog is at hand. */
export type Naming = (word: string) => WhatItNames;

type Instead = (words: readonly string[], naming: Naming) => string[];

const eachAs =
  (command: string) =>
  (words: readonly string[]): string[] =>
    words.map((word) => `${command} ${shellWord(word)}`);

/** Commands that find what one word names; a search can be made for any. */
const looksFor: Readonly<Record<WhatItNames, (word: string) => string[]>> = {
  provider: () => ["list --provider", "providers info"],
  model: () => ["info", "search"],
  neither: () => ["search"],
  // most models have a number in their names, few providers have
  unknown: (word) => (/\d/.test(word) ? ["search", "info"] : ["search", "list --provider"]),
};

/** Words that are models each are compared; others are one name, written with spaces. */
function oneOrSeveral(
  one: string,
  several: string,
  words: readonly string[],
  naming: Naming,
): string[] {
  return words.every((word) => isModels(word, naming))
    ? [`${several} ${together(words)}`]
    : [`${one} ${quotedWord(words.join(" "))}`];
}

function isModels(word: string, naming: Naming): boolean {
  // without a catalog to look in it may be
  return ["model", "unknown"].includes(naming(word)) || splitRef(word) !== undefined;
}

/** For a command that is given more words than it takes: lines that take them. */
const instead: Readonly<Record<string, Instead>> = {
  "modelforge models list": (words, naming) => {
    const [word = "", ...others] = words;
    if (words.every((one) => splitRef(one) !== undefined)) {
      return others.length === 0 ? eachAs("info")(words) : [`compare ${together(words)}`];
    }
    if (others.length > 0) return [`search ${together(words)}`];
    return looksFor[naming(word)](word).flatMap((command) => eachAs(command)([word]));
  },
  "modelforge models info": ([word = "", ...others], naming) =>
    naming(word) === "provider" && others.length === 1
      ? [`info --provider ${together([word])} --model ${together(others)}`]
      : oneOrSeveral("info", "compare", [word, ...others], naming),
  "modelforge models offers": (words, naming) =>
    words.every((word) => isModels(word, naming))
      ? eachAs("offers")(words)
      : [`offers ${quotedWord(words.join(" "))}`],
  "modelforge models recommend": (words) => {
    const known = words.filter((word) => useCaseNames.some((one) => one === word.toLowerCase()));
    return known.length > 0 ? eachAs("recommend")(known) : ["recommend"];
  },
  "modelforge discover": (words) => [`discover ${quotedWord(words.join(" "))}`],
  "modelforge providers list": (words, naming) =>
    words.flatMap((word) => eachAs(naming(word) === "model" ? "offers" : "providers info")([word])),
  "modelforge providers info": (words, naming) =>
    words.every((word) => naming(word) === "provider")
      ? eachAs("providers info")(words)
      : [`providers info ${quotedWord(words.join(" "))}`],
  "modelforge cache restore": eachAs("cache restore"),
  "modelforge completion": eachAs("completion"),
};

const most = 3;

/** Command lines to type for one with too many words. `name`: the command's, with `modelforge` in front; `words`: those it would take one of. */
export function insteadOfTooMany(
  name: string,
  words: readonly string[],
  naming: Naming = () => "unknown",
): string[] {
  const lines = words.length === 0 ? undefined : ownEntry(instead, name)?.(words, naming);
  if (lines === undefined) return [name];
  return [...new Set(lines)].slice(0, most).map((line) => `modelforge ${line}`);
}

function together(words: readonly string[]): string {
  return words.map(shellWord).join(" ");
}
