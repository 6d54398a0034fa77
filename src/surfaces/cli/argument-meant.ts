import type { Command } from "commander";
import { ownEntry } from "../../catalog/words/own-entry.ts";
import { shellWord } from "../../catalog/words/shell-word.ts";
import { otherArguments } from "./other-words.ts";
import { insteadOfTooMany } from "./too-many-words.ts";

/**
 * For a flag there is not, which names what stands on the line without one: `info --name gpt-5` → `modelforge info gpt-5`.
 * Nothing where it names something else.
 */
export function argumentMeant(command: Command, flag: string, args: readonly string[]): string[] {
  const names = ownEntry(otherArguments, flag.replace(/^--?/, "").toLowerCase());
  if (names === undefined) return [];
  const { words, rest } = wordsBehind(flag, args);
  const taken = command.registeredArguments.find((one) => names.includes(one.name()));
  if (taken === undefined) {
    const isName = names.includes("model");
    if (words.length === 0 || !(isName || names.includes("words"))) return [];
    const isList = command.name() === "modelforge models list";
    // `.result` is for another flag
    if (!isName && words.every((word) => !word.startsWith(".")) && (isList || isSearch(flag)))
      return [`modelforge search ${words.map(shellWord).join(" ")}`];
    return isList && isName ? linesForNames(command, words) : [];
  }
  const line = [command.name().replace("modelforge models ", "modelforge ")];
  return [[...line, ...[...words, ...rest].map(shellWord)].join(" ")];
}

function isSearch(flag: string): boolean {
  return /^--?search$/i.test(flag);
}

/** A list is of all models: others look for one. A word without a number, like `gpt`, is the name of many. */
function linesForNames(command: Command, words: readonly string[]): string[] {
  const lines = insteadOfTooMany(command.name(), words);
  const isOne = words.some((word) => /\d/.test(word)) || lines.length === 1;
  return lines.filter(
    (line) => !line.includes(" --provider ") && (isOne || !line.startsWith("modelforge info ")),
  );
}

/** The values of every such flag on a line, and what is left of it. */
function wordsBehind(flag: string, args: readonly string[]): { words: string[]; rest: string[] } {
  const words: string[] = [];
  const rest: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] as string;
    if (arg.startsWith(`${flag}=`)) words.push(arg.slice(flag.length + 1));
    else if (arg !== flag) rest.push(arg);
    else if (args[at + 1]?.startsWith("-") === false) {
      at += 1;
      words.push(args[at] as string);
    }
  }
  return { words, rest };
}
