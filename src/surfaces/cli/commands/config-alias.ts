import { configAlias } from "../../../operations/config-alias/config-alias.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { changeFlags, printChanged, readChange, unlistedFlag } from "../config-output.ts";

export const configAliasCommand: CliCommand = {
  examples: [
    "modelforge config alias fast openai/gpt-5-mini",
    "modelforge config alias fast --remove",
  ],
  arguments: [
    { name: "name", isNeeded: true, completes: "alias", about: "a name of your own" },
    { name: "model", completes: "model", about: "what it stands for" },
  ],
  flags: [{ name: "--remove", about: "take the alias away" }, unlistedFlag, ...changeFlags],
  run: async (context, { args, options }) => {
    const [name = "", model] = args;
    const input = {
      name,
      ...(model === undefined ? {} : { model }),
      remove: options.remove === true,
      unlisted: options.unlisted === true,
      ...readChange(options),
    };
    const outcome = await ask(context, configAlias, input);
    await printChanged(context, outcome, options);
    return undefined;
  },
};
