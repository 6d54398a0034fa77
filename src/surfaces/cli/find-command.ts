import { nearest } from "../../catalog/words/nearest.ts";
import { ownEntry } from "../../catalog/words/own-entry.ts";
import { splitRef } from "../../catalog/words/ref.ts";
import { said } from "../../catalog/words/said.ts";
import { shellWord } from "../../catalog/words/shell-word.ts";
import { ModelForgeError } from "../../failure.ts";
import type { CommandEntry } from "./command-entry.ts";
import { commandTable, groups } from "./command-table.ts";
import { isCalled } from "./flag.ts";
import { commonFlags } from "./common-flags.ts";
import { otherArguments, otherCommands } from "./other-words.ts";

export interface FoundCommand {
  entry: CommandEntry;
  /** What follows the command's name, flags that stood before it first. */
  args: string[];
}

/**
 * The command a line means. Flags may stand before its name: `modelforge --json list`.
 * Undefined where there is none but flags. Throws `usage.unknown-command`, naming the nearest.
 */
export function findCommand(argv: readonly string[]): FoundCommand | undefined {
  const at = placeOfCommand(argv);
  const first = argv[at];
  if (first === undefined) {
    const odd = argv.find((flag, place) => !known.includes(nameOf(flag)) && !isValue(argv, place));
    if (odd !== undefined) throw unknownFlag(odd);
    return undefined;
  }
  if (mayBeValue(argv, at) && !isFirstName(first)) throw unnamed(argv);
  const inGroup = groups.has(first) ? placeInGroup(argv, at) : undefined;
  const name = inGroup === undefined ? first : `${first} ${argv[inGroup]}`;
  const entry = commandTable.find(({ path, aliases }) => path === name || aliases.includes(name));
  if (entry === undefined)
    throw unknown(first, ...(inGroup === undefined ? [] : [argv[inGroup] as string]));
  return { entry, args: argv.filter((_, place) => place !== at && place !== inGroup) };
}

/** Of the first word that names a command, with nothing but flags and their values before it; else of the first word. */
function placeOfCommand(argv: readonly string[]): number {
  const named = argv.findIndex((word, place) => isWord(argv, place) && isFirstName(word));
  const isFirst = argv
    .slice(0, Math.max(named, 0))
    .every((_, place) => !isWord(argv, place) || mayBeValue(argv, place));
  return named >= 0 && isFirst ? named : argv.findIndex((_, place) => isWord(argv, place));
}

/** Of the word that names a command in its group: the next one, or the first behind flags of every command. */
function placeInGroup(argv: readonly string[], group: number): number | undefined {
  const place = argv.findIndex((_, at) => at > group && isWord(argv, at));
  if (place < 0 || mayBeValue(argv, place)) return undefined;
  const isThere = commandTable.some(({ path }) => path === `${argv[group]} ${argv[place]}`);
  return isThere || place === group + 1 ? place : undefined;
}

const names = commonFlags.flatMap(({ name, short }) =>
  short === undefined ? [name] : [name, short],
);
const known: readonly string[] = [...names, "-h", "--help", "-V", "--version"];

/** `--output-file` of `--output-file=models.csv` */
function nameOf(flag: string): string {
  return flag.replace(/=.*$/s, "");
}

function isWord(argv: readonly string[], place: number): boolean {
  return argv[place]?.startsWith("-") === false && !isValue(argv, place);
}

/** `models.csv` of `-o models.csv list` */
function isValue(argv: readonly string[], place: number): boolean {
  const before = argv[place - 1] ?? "";
  return commonFlags.some((flag) => flag.takes !== undefined && isCalled(flag, before));
}

function isFirstName(word: string): boolean {
  return groups.has(word) || allNames.includes(word);
}

/** Behind a flag that is not of every command: `1` of `-n 1 list` */
function mayBeValue(argv: readonly string[], place: number): boolean {
  const before = argv[place - 1] ?? "";
  return before.startsWith("-") && !before.includes("=") && !known.includes(before);
}

/** Flags that some command may have, and no command. */
function unnamed(argv: readonly string[]): ModelForgeError {
  const at = argv.findIndex((word) => word.startsWith("-") && !known.includes(word));
  const flag = argv[at] ?? "";
  const searched = searchMeant(flag, argv[at + 1]);
  return new ModelForgeError("usage.unknown-command", {
    message: `no command is named beside ${flag}`,
    hint:
      searched ??
      "name one first, as in modelforge list --limit 1; modelforge --help lists all commands",
    details: { command: "", flag, nearest: [] },
  });
}

/** `--search gpt`, `--name=gpt` */
function searchMeant(flag: string, next = ""): string | undefined {
  const [name = "", value = next] = flag.split(/=(.*)/s);
  const isSearched = ownEntry(otherArguments, name.replace(/^--/, ""))?.includes("words") === true;
  if (!isSearched || value === "") return undefined;
  return `did you mean modelforge search ${shellWord(value)}?`;
}

function unknownFlag(flag: string): ModelForgeError {
  const close = nearest(flag, known);
  const searched = searchMeant(flag);
  return new ModelForgeError("usage.unknown-option", {
    message: `modelforge has no flag ${flag}`,
    hint:
      searched ??
      (close.length > 0 ? `did you mean ${close.join(", ")}?` : "modelforge --help lists all"),
    details: { flag, nearest: close },
  });
}

function unknown(...words: readonly string[]): ModelForgeError {
  const name = words.join(" ");
  const close = commandsMeant(words);
  const instead = close.length > 0 ? close : linesWith(words);
  return new ModelForgeError("usage.unknown-command", {
    message: `no command ${words.map(said).join(" ")}`,
    hint:
      instead.length > 0
        ? `did you mean ${instead.map((one) => `modelforge ${one}`).join(", ")}?`
        : "modelforge --help lists all commands",
    details: { command: name, nearest: close },
  });
}

const allNames = commandTable.flatMap(({ path, aliases }) => [path, ...aliases]);

/** What is called otherwise elsewhere, in the same group where one is named; else what is nearest. */
function commandsMeant(words: readonly string[]): string[] {
  const group = words.length > 1 ? `${words[0]} ` : "";
  const others = ownEntry(otherCommands, (words.at(-1) ?? "").toLowerCase()) ?? [];
  const meant = others.map((one) => `${group}${one}`).filter((one) => allNames.includes(one));
  return meant.length > 0 ? meant : nearest(words.join(" "), allNames);
}

/** `openai/o3`, `gpt-5`, `llama3.1`: no provider is called so. */
function namesModel(word: string): boolean {
  return splitRef(word) !== undefined || /[a-z].*-\d|\d\.\d/i.test(word);
}

/** A model or a provider in the place of the command that shows it. */
function linesWith(words: readonly string[]): string[] {
  const [first = "", second] = words;
  if (second !== undefined) {
    const one = `${first} info`;
    const isModel = first === "providers" && namesModel(second);
    return allNames.includes(one) ? [`${isModel ? "info" : one} ${shellWord(second)}`] : [];
  }
  return splitRef(first) === undefined ? [] : [`info ${shellWord(first)}`];
}
