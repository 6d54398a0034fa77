import { Command, CommanderError, Help, Option } from "commander";
import { findCapability } from "../../catalog/words/capability.ts";
import { nearest } from "../../catalog/words/nearest.ts";
import { ownEntry } from "../../catalog/words/own-entry.ts";
import { shellWord } from "../../catalog/words/shell-word.ts";
import { type FailureCode, ModelForgeError } from "../../failure.ts";
import type { CliCommand, Parsed } from "./command.ts";
import type { CommandEntry } from "./command-table.ts";
import { HelpAsked } from "./help-asked.ts";
import { type Argument, type Flag, keyOf, shownArgument, shownFlag } from "./flag.ts";
import { commonFlags } from "./common-flags.ts";

// NB: this widens nothing by itself; a terminal's width is passed in
const defaultHelpWidth = 80;

export function buildCommand(
  entry: Pick<CommandEntry, "path" | "summary" | "aliases">,
  definition: CliCommand,
  width: number | undefined,
): Command {
  const command = new Command(`modelforge ${entry.path}`);
  command
    .description(sentence(entry.summary))
    .exitOverride()
    .showSuggestionAfterError(false)
    .allowExcessArguments(false)
    .helpOption("-h, --help", "show this help")
    // commander would ask process.stdout, which takes milliseconds to set up
    .configureOutput({
      writeOut: () => undefined,
      writeErr: () => undefined,
      getOutHelpWidth: () => width ?? defaultHelpWidth,
      getErrHelpWidth: () => width ?? defaultHelpWidth,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .configureHelp({
      formatHelp: (shown, helper) =>
        withExamples(shown, helper, definition.examples, shortest(entry)),
    });
  for (const argument of definition.arguments ?? []) addArgument(command, argument);
  for (const flag of [...definition.flags, ...commonFlags]) command.addOption(optionOf(flag));
  return command;
}

/** What is typed instead of the path, where that is shorter. */
function shortest({ aliases }: Pick<CommandEntry, "aliases">): string | undefined {
  return aliases.toSorted((a, b) => a.length - b.length)[0];
}

function addArgument(command: Command, argument: Argument): void {
  const { about, read } = argument;
  if (read === undefined) command.argument(shownArgument(argument), about);
  else command.argument(shownArgument(argument), about, (value) => read(value));
}

function optionOf(flag: Flag): Option {
  const { name, takes, about, group } = flag;
  const option = new Option(shownFlag(flag), about);
  if (takes !== undefined) option.argParser((value, before) => takes.read(value, name, before));
  if (group !== undefined) option.helpGroup(group);
  return Object.assign(option, { attributeName: () => keyOf(flag) });
}

/** Throws `usage.*`, or HelpAsked. */
export function parseArguments(command: Command, args: readonly string[]): Parsed {
  try {
    command.parse(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.helpDisplayed") throw new HelpAsked(command.helpInformation());
    throw usageError(command, error, args);
  }
  return { args: command.args, options: command.opts() };
}

const usageCodes: Readonly<Record<string, FailureCode>> = {
  "commander.unknownOption": "usage.unknown-option",
  "commander.missingArgument": "usage.missing-argument",
  "commander.optionMissingArgument": "usage.missing-argument",
  "commander.excessArguments": "usage.bad-value",
};

function usageError(
  command: Command,
  error: CommanderError,
  args: readonly string[],
): ModelForgeError {
  const code = ownEntry(usageCodes, error.code) ?? "usage.bad-value";
  const message = error.message.replace(/^error: /, "");
  const help = `${command.name()} --help`;
  if (code === "usage.unknown-option") {
    const known = command.options.flatMap(({ long }) => (long == null ? [] : [long]));
    const flag = args.map((arg) => arg.replace(/=.*$/s, "")).find((arg) => isUnknown(arg, command));
    const close = flag === undefined ? [] : flagsFor(flag, known);
    return new ModelForgeError(code, {
      message: flag === undefined ? message : `${command.name()} has no flag ${flag}`,
      hint: close.length > 0 ? `did you mean ${close.join(", ")}?` : help,
      details: { flag, nearest: close },
    });
  }
  const usage = `usage: ${command.name()} ${command.usage()}`;
  if (error.code === "commander.excessArguments") {
    const [word = ""] = command.args;
    const takesProviders = command.options.some(({ long }) => long === "--provider");
    const hint = takesProviders
      ? `its flags say what to show: ${command.name()} --provider ${shellWord(word)}; modelforge search ${shellWord(word)} looks for names`
      : `${usage}; ${help} shows examples`;
    return new ModelForgeError(code, { message, hint });
  }
  return new ModelForgeError(code, { message, hint: `${usage}; ${help} shows examples` });
}

/** What was meant by a flag there is not: its word as a value, as a part of a longer flag, or with a slip in it. */
function flagsFor(flag: string, known: readonly string[]): string[] {
  const word = flag.replace(/^-+/, "").toLowerCase();
  const meant = findCapability(word) !== undefined && known.includes("--capability");
  const longer = known.filter((one) => one.slice("--".length).split("-").includes(word));
  return meant ? [`--capability ${word}`] : longer.length > 0 ? longer : nearest(flag, known);
}

function isUnknown(arg: string, command: Command): boolean {
  if (!/^-./.test(arg) || arg === "--") return false;
  return !command.options.some(({ long, short }) => long === arg || short === arg);
}

function withExamples(
  command: Command,
  helper: Help,
  examples: readonly string[],
  short: string | undefined,
): string {
  const text = Help.prototype.formatHelp.call(helper, command, helper);
  const [usage = "", ...rest] = text.split("\n\n");
  const shown = ["Examples:", ...examples.map((line) => `  ${line}`)].join("\n");
  const head = short === undefined ? usage : `${usage}\nIn short: modelforge ${short}`;
  return [head, shown, ...rest].join("\n\n");
}

function sentence(summary: string): string {
  return `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`;
}
