import type { CliCommand } from "../surfaces/cli/command.ts";
import { CliContext } from "../surfaces/cli/context.ts";
import { withDrawnTerminal } from "../surfaces/cli/drawn-terminal.ts";
import { parsePlain } from "../surfaces/cli/parse-plain.ts";
import { configuredCatalog } from "../config/configured.ts";
import { Configuration } from "../config/configuration.ts";
import { readSettings } from "../modelsdev/settings.ts";
import { unknownVariables } from "../system/own-variables.ts";
import { HotCatalog } from "./catalog.ts";
import { giveUp } from "./give-up.ts";
import { hotMachine } from "./machine.ts";

/** `left`: nothing is written. `unwritten`: what goes to stdout is not, or not whole, and what goes before it is. */
export type Outcome = "answered" | "left" | "unwritten";

/** What a script of the short way exports; it is given the words behind its command. */
export type Start = (words: readonly string[]) => Promise<Outcome>;

/**
 * Answers a line the short way, with the command's own definition, operation and rendering. Whatever is in doubt or
 * wrong is left to the whole command before anything is written.
 */
export async function answer(command: CliCommand, words: readonly string[]): Promise<Outcome> {
  const { system, flush } = hotMachine();
  try {
    const parsed = parsePlain(command, words) ?? giveUp();
    const machine = withDrawnTerminal(system);
    // the whole command has a word to say of it
    if (unknownVariables(machine.environment).length > 0) return "left";
    const configuration = new Configuration(system, { isRead: parsed.options.config !== false });
    // it has a word to say of that, too
    if (configuration.problems.length > 0) return "left";
    const configured = configuredCatalog(configuration, system.files);
    // all of them: the whole command says of each what is wrong
    const settings = { ...readSettings(machine.environment, machine.files, { configured }) };
    const catalog = new HotCatalog(system, settings);
    const forge = { settings, access: catalog, configuration };
    const context = new CliContext(system, machine, forge, parsed.options, giveUp);
    const exitCode = await command.run(context, parsed);
    if (exitCode !== undefined || context.stale !== undefined) return "left";
    catalog.noteAnswer();
  } catch {
    // the whole command finds the same, and says what it is
    return "left";
  }
  try {
    flush();
    return "answered";
  } catch {
    return "unwritten";
  }
}
