import { configRemove } from "../../../operations/config-remove/config-remove.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { changeFlags, printChanged, readChange } from "../config-output.ts";

export const configRemoveCommand: CliCommand = {
  examples: ["modelforge config remove azure/gpt-5"],
  arguments: [{ name: "model", isNeeded: true, about: "the ref of a model that was added" }],
  flags: changeFlags,
  run: async (context, { args, options }) => {
    const outcome = await ask(context, configRemove, {
      model: args[0] ?? "",
      ...readChange(options),
    });
    await printChanged(context, outcome, options);
    return undefined;
  },
};
