import type { CliCommand } from "../command.ts";
import type { CommandEntry } from "../command-entry.ts";
import type { Flag } from "../flag.ts";
import { commonFlags } from "../common-flags.ts";
import type { CommandWords, CompletionTable, FlagWords } from "./table.ts";

/** What can be completed, of the definitions of all commands. The build works it out once. */
export async function describeCommands(entries: readonly CommandEntry[]): Promise<CompletionTable> {
  const commands: CommandWords[] = [];
  for (const entry of entries) commands.push(describeCommand(entry, await entry.load()));
  const version = { name: "--version", about: "print the version" };
  return { commands, flags: [...commonFlags.map(flagWords), help, version] };
}

const help: FlagWords = { name: "--help", about: "show this help" };

export function describeCommand(
  { path, aliases, summary }: Pick<CommandEntry, "path" | "aliases" | "summary">,
  { arguments: args = [], flags }: Pick<CliCommand, "arguments" | "flags">,
): CommandWords {
  return {
    path,
    aliases,
    summary,
    flags: [...[...flags, ...commonFlags].map(flagWords), help],
    args: args.map(({ completes }) => completes ?? null),
    ...(args.at(-1)?.isMany === true ? { endless: true } : {}),
  };
}

function flagWords({ name, about, takes }: Flag): FlagWords {
  if (takes === undefined) return { name, about };
  const { completes = null, isList } = takes;
  return { name, about, takes: completes, ...(isList === true ? { many: true } : {}) };
}
