import type { Argument, Option } from "commander";
import { capabilities, modalities } from "../../../catalog/words/capability.ts";
import { statuses } from "../../../catalog/words/model.ts";
import { ownEntry } from "../../../catalog/words/own-entry.ts";
import { factorNames } from "../../../catalog/recommend/factors.ts";
import { useCaseNames } from "../../../catalog/recommend/use-cases.ts";
import { ModelForgeError } from "../../../failure.ts";
import type { CliCommand } from "../command.ts";
import type { CommandEntry } from "../command-table.ts";
import { buildCommand } from "../parse.ts";
import type { CommandWords, CompletionTable, FlagWords, Values } from "./table.ts";

/** Works out from the definitions of all commands what can be completed. The build does it once. */
export async function describeCommands(entries: readonly CommandEntry[]): Promise<CompletionTable> {
  const commands: CommandWords[] = [];
  for (const entry of entries) commands.push(describeCommand(entry, await entry.load()));
  const bare: CommandEntry = { path: "", aliases: [], summary: "", load: () => Promise.reject() };
  const global = describeCommand(bare, {
    define: () => undefined,
    examples: [],
    run: () => Promise.reject(),
  });
  const version = { name: "--version", about: "print the version" };
  return { commands, flags: [...global.flags, version] };
}

export function describeCommand(
  entry: CommandEntry,
  definition: Pick<CliCommand, "define" | "examples" | "run">,
): CommandWords {
  const command = buildCommand(entry, definition, undefined);
  const args = command.registeredArguments;
  const { path, aliases, summary } = entry;
  return {
    path,
    aliases,
    summary,
    flags: [
      ...command.options.filter(({ hidden }) => !hidden).map(flagOf),
      { name: "--help", about: "show this help" },
    ],
    args: args.map(
      (argument) => probe(argument).known ?? ownEntry(valuesByArgument, argument.name()) ?? null,
    ),
    ...(args.at(-1)?.variadic === true ? { endless: true } : {}),
  };
}

function flagOf(option: Option): FlagWords {
  const name = option.long ?? option.short ?? "";
  const flag = { name, about: option.description };
  if (!option.required && !option.optional) return flag;
  const { known, isList } = probe(option);
  const takes =
    known ?? ownEntry(valuesByFlag, name) ?? (/<path>/.test(option.flags) ? "file" : null);
  return { ...flag, takes, ...(isList ? { many: true } : {}) };
}

/** Flags that mean the same with every command; what they name is looked up only when the command runs. */
const valuesByFlag: Readonly<Record<string, Values>> = {
  "--provider": "provider",
  "--not-provider": "provider",
  "--model": "model",
  "--family": "family",
  "--capability": capabilities,
  "--without": capabilities,
  "--input-modality": modalities,
  "--output-modality": modalities,
  "--status": [...statuses, "stable", "all"],
  "--maker": "provider",
  "--not-maker": "provider",
  "--weight": factorNames.map((name) => `${name}=`),
};

const valuesByArgument: Readonly<Record<string, Values>> = {
  model: "model",
  models: "model",
  provider: "provider",
  "use-case": useCaseNames,
};

/** A parser that refuses a word says which it knows; one that collects gives a list. */
function probe({ parseArg }: Option | Argument): { known?: string[]; isList: boolean } {
  try {
    return { isList: Array.isArray(parseArg?.("?", undefined)) };
  } catch (error) {
    if (!(error instanceof ModelForgeError)) throw error;
    const { known } = error.details;
    return Array.isArray(known) ? { known: known.map(String), isList: false } : { isList: false };
  }
}
