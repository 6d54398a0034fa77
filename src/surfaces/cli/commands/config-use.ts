import { configUse } from "../../../operations/config-use/config-use.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { changeFlags, printChanged, readChange, unlistedFlag } from "../config-output.ts";

export const configUseCommand: CliCommand = {
  examples: [
    "modelforge config use claude-sonnet-4-5",
    "modelforge config use my-fine-tune --unlisted",
  ],
  arguments: [
    { name: "model", isNeeded: true, completes: "model", about: "a ref, an alias, or any name" },
  ],
  flags: [unlistedFlag, ...changeFlags],
  run: async (context, { args, options }) => {
    const [model = ""] = args;
    const unlisted = options.unlisted === true;
    const outcome = await ask(context, configUse, { model, unlisted, ...readChange(options) });
    await printChanged(context, outcome, options);
    return undefined;
  },
};
