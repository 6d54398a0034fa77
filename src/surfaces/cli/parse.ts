import { Command, CommanderError, Help, Option } from "commander";
import { nearest } from "../../catalog/words/nearest.ts";
import { ownEntry } from "../../catalog/words/own-entry.ts";
import { type FailureCode, ModelForgeError } from "../../failure.ts";
import type { CliCommand, Parsed } from "./command.ts";
import type { CommandEntry } from "./command-table.ts";
import { HelpAsked } from "./help-asked.ts";
import { type Argument, type Flag, keyOf, shownArgument, shownFlag } from "./flag.ts";
import { globalFlags } from "./options.ts";

// NB: this widens nothing by itself; a terminal's width is passed in
const defaultHelpWidth = 80;

export function buildCommand(
  entry: Pick<CommandEntry, "path" | "summary">,
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
      formatHelp: (shown, helper) => withExamples(shown, helper, definition.examples),
    });
  for (const argument of definition.arguments ?? []) addArgument(command, argument);
  for (const flag of [...definition.flags, ...globalFlags]) command.addOption(optionOf(flag));
  return command;
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
    const close = flag === undefined ? [] : nearest(flag, known);
    return new ModelForgeError(code, {
      message: flag === undefined ? message : `${command.name()} has no flag ${flag}`,
      hint: close.length > 0 ? `did you mean ${close.join(", ")}?` : help,
      details: { flag, nearest: close },
    });
  }
  const usage = `usage: ${command.name()} ${command.usage()}`;
  return new ModelForgeError(code, { message, hint: `${usage}; ${help} shows examples` });
}

function isUnknown(arg: string, command: Command): boolean {
  if (!/^-./.test(arg) || arg === "--") return false;
  return !command.options.some(({ long, short }) => long === arg || short === arg);
}

function withExamples(command: Command, helper: Help, examples: readonly string[]): string {
  const text = Help.prototype.formatHelp.call(helper, command, helper);
  const [usage = "", ...rest] = text.split("\n\n");
  const shown = ["Examples:", ...examples.map((line) => `  ${line}`)].join("\n");
  return [usage, shown, ...rest].join("\n\n");
}

function sentence(summary: string): string {
  return `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`;
}
