import { configDiff } from "../../../operations/config-diff/config-diff.ts";
import { ask } from "../ask.ts";
import { readNumber } from "../change-number.ts";
import type { CliCommand } from "../command.ts";
import { documentFlags, printDocument } from "../document-output.ts";
import { drawn, drawnLines } from "../render/drawn.ts";

export const configDiffCommand: CliCommand = {
  examples: ["modelforge config diff", "modelforge config diff 3"],
  arguments: [{ name: "change", about: "its number in the history; the newest if not said" }],
  flags: documentFlags,
  run: async (context, { args, options }) => {
    const outcome = await ask(context, configDiff, { change: readNumber(args[0]) });
    await printDocument(
      context,
      outcome,
      options,
      ({ at, command, file, diff }) => drawn`${at}  ${command}\n${file}\n${drawnLines(diff)}`,
    );
    return undefined;
  },
};
