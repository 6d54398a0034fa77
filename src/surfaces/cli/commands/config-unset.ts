import { configUnset } from "../../../operations/config-unset/config-unset.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { changeFlags, printChanged, readChange } from "../config-output.ts";

export const configUnsetCommand: CliCommand = {
  examples: ["modelforge config unset catalog.ttl", "modelforge config unset aliases"],
  arguments: [
    {
      name: "key",
      completes: "setting",
      isNeeded: true,
      about: "its name, or the beginning of it",
    },
  ],
  flags: [...changeFlags],
  run: async (context, { args, options }) => {
    const [key = ""] = args;
    const outcome = await ask(context, configUnset, { key, ...readChange(options) });
    await printChanged(context, outcome, options);
    return undefined;
  },
};
