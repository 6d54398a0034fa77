import { configGet } from "../../../operations/config-get/config-get.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { documentFlags, printDocument } from "../document-output.ts";
import { aboutCurrent } from "../about-current.ts";
import { drawn, drawnJson } from "../render/drawn.ts";

export const configGetCommand: CliCommand = {
  examples: [
    "modelforge config get catalog.ttl",
    "modelforge config get current --resolved",
    "modelforge config get aliases --json",
  ],
  arguments: [
    {
      name: "key",
      completes: "setting",
      isNeeded: true,
      about: "its name, or the beginning of it",
    },
  ],
  flags: [
    { name: "--resolved", about: "a model as the ref it comes to in the catalog" },
    ...documentFlags,
  ],
  run: async (context, { args, options }) => {
    const input = { key: args[0] ?? "", resolved: options.resolved === true };
    const outcome = await ask(context, configGet, input, aboutCurrent(options));
    await printDocument(context, outcome, options, ({ value }) =>
      // a script takes it as it is
      typeof value === "string" ? drawn`${value}\n` : drawn`${drawnJson(value)}\n`,
    );
    return undefined;
  },
};
