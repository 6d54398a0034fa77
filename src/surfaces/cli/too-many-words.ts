import { ownEntry } from "../../catalog/words/own-entry.ts";
import { splitRef } from "../../catalog/words/ref.ts";
import { quotedWord, shellWord } from "../../catalog/words/shell-word.ts";
import { useCaseNames } from "../../catalog/recommend/use-cases.ts";

type Instead = (words: readonly string[]) => string[];

const eachAs =
  (command: string): Instead =>
  (words) =>
    words.map((word) => `${command} ${shellWord(word)}`);

/** For a command that is given more words than it takes: lines that take them. */
const instead: Readonly<Record<string, Instead>> = {
  "modelforge models list": (words) => {
    const [word = "", ...others] = words;
    if (words.every((one) => splitRef(one) !== undefined)) {
      return others.length === 0 ? eachAs("info")(words) : [`compare ${together(words)}`];
    }
    if (others.length > 0) return [`search ${together(words)}`];
    return ["search", "info", "list --provider"].flatMap((command) => eachAs(command)([word]));
  },
  "modelforge models info": (words) => [`compare ${together(words)}`],
  "modelforge models offers": eachAs("offers"),
  "modelforge models recommend": (words) => {
    const known = words.filter((word) => useCaseNames.some((one) => one === word.toLowerCase()));
    return known.length > 0 ? eachAs("recommend")(known) : ["recommend"];
  },
  "modelforge discover": (words) => [`discover ${quotedWord(words.join(" "))}`],
  "modelforge providers list": eachAs("providers info"),
  "modelforge providers info": eachAs("providers info"),
  "modelforge cache restore": eachAs("cache restore"),
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
