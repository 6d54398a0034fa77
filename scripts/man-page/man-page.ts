import type { Command, Option } from "commander";
import { failures } from "../../src/failure.ts";
import { failureMeanings } from "../../src/failure-meanings.ts";
import type { CliCommand } from "../../src/surfaces/cli/command.ts";
import type { CommandEntry } from "../../src/surfaces/cli/command-table.ts";
import { buildCommand } from "../../src/surfaces/cli/parse.ts";
import { variables } from "../../src/system/variables.ts";
import { entry, escapeRoff, paragraph, section, subsection, verbatim } from "./roff.ts";

/** `modelforge.1`, from the same definitions as the help and the reference. */
export async function renderManPage(
  commands: readonly CommandEntry[],
  version: string,
): Promise<string> {
  const built: Built[] = [];
  for (const one of commands) {
    const definition = await one.load();
    built.push({ entry: one, definition, command: buildCommand(one, definition, undefined) });
  }
  return `${[
    `.TH MODELFORGE 1 "" "modelforge ${escapeRoff(version)}" "User Commands"`,
    // refs, flags and paths are to be read as they are typed
    ".nh\n.ad l",
    section(
      "NAME",
      `modelforge \\- ${escapeRoff("find the language models of every provider and what they cost")}`,
    ),
    section("SYNOPSIS", "\\fBmodelforge\\fR \\fIcommand\\fR [\\fIflags\\fR]"),
    section("DESCRIPTION", ...description.map(paragraph)),
    section("COMMANDS", ...built.map(commandPart)),
    ...sharedGroups.map((name) =>
      section(name.toUpperCase(), ...sharedFlags(name, built).map(flagEntry)),
    ),
    section(
      "FLAGS OF EVERY COMMAND",
      ...globalFlags().map(flagEntry),
      entry("-h, --help", "show help"),
      entry("--version", "print the version; without a command"),
    ),
    section(
      "ENVIRONMENT",
      paragraph("A flag goes before a variable. An empty variable counts as unset."),
      ...variables.map(({ name, meaning, fallback }) =>
        entry(name, `${meaning}; default: ${fallback}`),
      ),
    ),
    section("EXIT STATUS", ...exitStatus()),
    section("FILES", ...files.map(([path, text]) => entry(path, text))),
    section("EXAMPLES", verbatim(built.map(({ definition }) => definition.examples[0] ?? ""))),
    section("SEE ALSO", paragraph("https://models.dev")),
  ].join("\n")}\n`;
}

interface Built {
  entry: CommandEntry;
  definition: CliCommand;
  command: Command;
}

const description = [
  "ModelForge answers which language models exist, what they cost, what they can do and who sells them. It reads the catalog of models.dev, keeps it on disk and answers from there, with or without a network.",
  "A model is one row of the catalog: a model as one provider sells it. Its ref is `provider/id`; where a ref is asked for, a bare id will do if it is clear who is meant. Prices are in US dollars per 1,000,000 tokens. A price that is not listed is unknown, not free.",
  "The result goes to standard output, notes and errors go to standard error. With `--json` the result is one JSON document, and a failure is one line of JSON.",
];

const files: readonly [string, string][] = [
  ["~/.cache/model-forge/modelsdev", "the catalog as it came and as it was prepared"],
  ["~/.local/state/model-forge", "how answers came about, and the last error"],
];

/** Groups of flags that several commands have, told once; the help calls them `Filters:`, `Usage, for …:`. */
const sharedGroups = ["Filters", "Usage"] as const;

function groupOf({ helpGroupHeading }: Option): string | undefined {
  return sharedGroups.find((name) => helpGroupHeading?.startsWith(name));
}

function sharedFlags(group: string, built: readonly Built[]): Option[] {
  const lists = built.map(({ command }) => command.options.filter((one) => groupOf(one) === group));
  return lists.find((options) => options.length > 0) ?? [];
}

function globalFlags(): Option[] {
  const none: CommandEntry = { path: "", aliases: [], summary: "", load: () => Promise.reject() };
  const bare = { define: () => undefined, examples: [], run: () => Promise.reject() };
  return [...buildCommand(none, bare, undefined).options];
}

function commandPart({ entry: one, command }: Built): string {
  const { aliases, summary } = one;
  const global = new Set(globalFlags().map(({ long }) => long));
  const own = command.options.filter(
    (option) => !option.hidden && !global.has(option.long) && groupOf(option) === undefined,
  );
  const groups = sharedGroups.filter((name) => command.options.some((it) => groupOf(it) === name));
  const also = aliases.length === 0 ? "" : ` Also \`${aliases.join("`, `")}\`.`;
  const see = groups.map((name) => name.toUpperCase()).join(" and ");
  const further = see === "" ? "" : ` Takes the flags of ${see} below.`;
  return subsection(
    `${command.name()} ${command.usage()}`,
    paragraph(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.${also}${further}`),
    ...command.registeredArguments.map((argument) => entry(argument.name(), argument.description)),
    ...own.map(flagEntry),
  );
}

function flagEntry({ flags, description: text }: Option): string {
  return entry(flags, text);
}

function exitStatus(): string[] {
  const byExit = new Map<number, string[]>([
    [0, ["done, also where nothing matched"]],
    [8, ["`cache verify` found damage"]],
  ]);
  for (const [code, { exit }] of Object.entries(failures)) {
    const meaning = `\`${code}\`: ${failureMeanings[code as keyof typeof failures]}`;
    byExit.set(exit, [...(byExit.get(exit) ?? []), meaning]);
  }
  return [...byExit]
    .sort(([a], [b]) => a - b)
    .map(([exit, meanings]) => entry(String(exit), meanings.join("; ")));
}
