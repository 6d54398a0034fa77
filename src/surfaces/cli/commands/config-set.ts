import { configSet } from "../../../operations/config-set/config-set.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { changeFlags, printChanged, readChange } from "../config-output.ts";

export const configSetCommand: CliCommand = {
  examples: [
    "modelforge config set catalog.ttl 12h",
    "modelforge config set current openai/gpt-5 --project --dry-run",
  ],
  arguments: [
    { name: "key", completes: "setting", isNeeded: true, about: "its name" },
    { name: "value", isNeeded: true, about: "what it is to be" },
  ],
  flags: [...changeFlags],
  run: async (context, { args, options }) => {
    const [key = "", value = ""] = args;
    const outcome = await ask(context, configSet, { key, value, ...readChange(options) });
    await printChanged(context, outcome, options);
    return undefined;
  },
};
