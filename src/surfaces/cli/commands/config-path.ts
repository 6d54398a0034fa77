import { configPath } from "../../../operations/config-path/config-path.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";

export const configPathCommand: CliCommand = {
  examples: ["modelforge config path", "modelforge config path --project"],
  flags: [{ name: "--project", about: "the project's file, not yours" }],
  run: async (context, { options }) => {
    const outcome = await ask(context, configPath, { project: options.project === true });
    if (options.json === true) context.printJson(outcome);
    else context.machine.terminal.out.writePath(outcome.result.path);
    return undefined;
  },
};
