import { Configuration } from "../config/configuration.ts";
import type { CliCommand } from "../surfaces/cli/command.ts";
import { CliContext } from "../surfaces/cli/context.ts";
import { withDrawnTerminal } from "../surfaces/cli/drawn-terminal.ts";
import { keepOutKeysOf, keysOnLine } from "../surfaces/cli/keys-on-the-line.ts";
import { parsePlain } from "../surfaces/cli/parse-plain.ts";
import { withoutSecrets } from "../surfaces/cli/without-secrets.ts";
import type { System } from "../system/ports.ts";
import type { Outcome } from "./answer.ts";
import type { HotCatalog } from "./catalog.ts";
import { giveUp } from "./give-up.ts";
import { hotMachine } from "./machine.ts";

/**
 * The same for a command about the person's own: what it says goes without the keys of the environment, and it reads
 * the configuration, or a catalog by `open`, no sooner than it asks.
 */
export async function answerOwn(
  command: CliCommand,
  words: readonly string[],
  open: (machine: System, configuration: Configuration) => HotCatalog = giveUp,
): Promise<Outcome> {
  const { system: bare, flush } = hotMachine();
  try {
    if (keysOnLine(words).length > 0) return "left";
    const parsed = parsePlain(command, words) ?? giveUp();
    const system = withoutSecrets(bare);
    keepOutKeysOf(system.environment);
    const configuration = new Configuration(system, { isRead: parsed.options.config !== false });
    let catalog: HotCatalog | undefined;
    const forge = {
      configuration,
      get settings() {
        return this.access.settings;
      },
      get access() {
        catalog ??= open(system, configuration);
        return catalog;
      },
    };
    const context = new CliContext(
      system,
      withDrawnTerminal(system),
      forge,
      parsed.options,
      giveUp,
    );
    const exitCode = await command.run(context, parsed);
    // the whole command has a word to say of what does not count
    if (configuration.problemsSoFar.length > 0) return "left";
    if (exitCode !== undefined || context.stale !== undefined) return "left";
    catalog?.noteAnswer();
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
