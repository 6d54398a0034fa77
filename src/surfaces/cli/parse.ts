import { Command, CommanderError, Help, Option } from "commander";
import type { CliCommand, Parsed } from "./command.ts";
import type { CommandEntry } from "./command-entry.ts";
import { HelpAsked } from "./help-asked.ts";
import { type Argument, type Flag, keyOf, shownArgument, shownFlag } from "./flag.ts";
import { commonFlags } from "./common-flags.ts";
import { usageError } from "./usage-error.ts";

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
  for (const flag of [...definition.flags, ...commonFlags]) {
    command.addOption(optionOf(flag));
    // commander says yes to it where the command has no --input, and nothing where it has
    if (flag.key !== undefined) command.setOptionValue(flag.key, undefined);
  }
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
  const { takes, about, group } = flag;
  const option = new Option(shownFlag(flag), about);
  if (takes !== undefined) option.argParser((value, before) => readValue(flag, value, before));
  if (group !== undefined) option.helpGroup(group);
  return Object.assign(option, { attributeName: () => keyOf(flag) });
}

/** A flag in the place of a value that it cannot be is the next one, and the value forgotten. */
function readValue({ name, takes }: Flag, value: string, before: unknown): unknown {
  try {
    return takes?.read(value, name, before);
  } catch (error) {
    if (!/^--?[a-z]/i.test(value)) throw error;
    throw new CommanderError(1, "commander.optionMissingArgument", missing(name, takes?.shown));
  }
}

/** In the words of commander. */
function missing(name: string, shown = "value"): string {
  return `error: option '${name} <${shown}>' argument missing`;
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
