import { isCi } from "../../modelsdev/settings.ts";
import type { CliCommand } from "./command.ts";
import type { CommandEntry } from "./command-entry.ts";
import type { CliMachine } from "./drawn-terminal.ts";
import { ownWords } from "./say-at-once.ts";

/** Flags that say how something is asked, and nothing of what. */
const howAlone = /^(?:--(?:offline|refresh|allow-snapshot|quiet|verbose|no-color)|-q|-v)$/;

/** The command of a line: of a group's word alone where somebody sits at a terminal, the one that asks. */
export function loadCommand(
  { alone, aliases, load }: CommandEntry,
  argv: readonly string[],
  { terminal, environment }: CliMachine,
): Promise<CliCommand> {
  if (alone === undefined) return load();
  const [word = "", ...others] = ownWords(argv);
  const isAlone = others.length === 0 && aliases.includes(word);
  const isBare = argv.every((one) => one === word || howAlone.test(one));
  const { canTakeOver, out } = terminal;
  const isThere = isAlone && isBare && canTakeOver && out.isTerminal;
  const isSimple = environment.get("TERM") === "dumb" || isCi(environment);
  return isThere && !isSimple ? alone.load() : load();
}
