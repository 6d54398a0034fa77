import { failures } from "../../src/failure.ts";
import { failureMeanings } from "../../src/failure-meanings.ts";
import type { CliCommand } from "../../src/surfaces/cli/command.ts";
import type { CommandEntry } from "../../src/surfaces/cli/command-entry.ts";
import { type Flag, shownArgument, shownFlag } from "../../src/surfaces/cli/flag.ts";
import { commonFlags } from "../../src/surfaces/cli/common-flags.ts";
import { variables } from "../../src/system/variables.ts";
import { entry, escapeRoff, paragraph, section, subsection, verbatim } from "./roff.ts";

/** `modelforge.1`, from the same definitions as the help and the reference. */
export async function renderManPage(
  commands: readonly CommandEntry[],
  version: string,
): Promise<string> {
  const built: Built[] = [];
  for (const one of commands) built.push({ entry: one, definition: await one.load() });
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
      ...commonFlags.map(flagEntry),
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

function groupOf({ group }: Flag): string | undefined {
  return sharedGroups.find((name) => group?.startsWith(name));
}

function sharedFlags(group: string, built: readonly Built[]): Flag[] {
  const lists = built.map(({ definition }) =>
    definition.flags.filter((one) => groupOf(one) === group),
  );
  return lists.find((flags) => flags.length > 0) ?? [];
}

function commandPart({ entry: one, definition }: Built): string {
  const { path, aliases, summary } = one;
  const { arguments: args = [], flags } = definition;
  const groups = sharedGroups.filter((name) => flags.some((flag) => groupOf(flag) === name));
  const also = aliases.length === 0 ? "" : ` Also \`${aliases.join("`, `")}\`.`;
  const see = groups.map((name) => name.toUpperCase()).join(" and ");
  const further = see === "" ? "" : ` Takes the flags of ${see} below.`;
  return subsection(
    ["modelforge", path, "[options]", ...args.map(shownArgument)].join(" "),
    paragraph(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.${also}${further}`),
    ...args.map(({ name, about }) => entry(name, about)),
    ...flags.filter((flag) => groupOf(flag) === undefined).map(flagEntry),
  );
}

function flagEntry(flag: Flag): string {
  return entry(shownFlag(flag), flag.about);
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
