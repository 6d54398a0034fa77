import { configDiff } from "../../../operations/config-diff/config-diff.ts";
import { ask } from "../ask.ts";
import { readNumber } from "../change-number.ts";
import type { CliCommand } from "../command.ts";
import { drawnChange, ofProjectFlag } from "../config-output.ts";
import { documentFlags, printDocument } from "../document-output.ts";
import { drawn, joined } from "../render/drawn.ts";

export const configDiffCommand: CliCommand = {
  examples: ["modelforge config diff", "modelforge config diff 3"],
  arguments: [
    {
      name: "change",
      completes: "change",
      about: "its number in the history; the newest if not said",
    },
  ],
  flags: [ofProjectFlag, ...documentFlags],
  run: async (context, { args, options }) => {
    const outcome = await ask(context, configDiff, {
      change: readNumber(args[0]),
      project: options.project === true,
    });
    await printDocument(context, outcome, options, ({ at, command, changes }) =>
      joined([
        drawn`${at === null ? "" : drawn`${at}  `}${command}\n`,
        ...changes.map(drawnChange),
      ]),
    );
    return undefined;
  },
};
