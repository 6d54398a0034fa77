import { cacheRestore } from "../../../operations/cache-restore/cache-restore.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { printDocument } from "../document-output.ts";
import { drawn } from "../render/drawn.ts";

export const restore: CliCommand = {
  examples: ["modelforge cache history", "modelforge cache restore 5f0c36a1"],
  arguments: [{ name: "generation", isNeeded: true, about: "its name, or the beginning of it" }],
  flags: [],
  run: async (context, { args, options }) => {
    const outcome = await ask(context, cacheRestore, { generation: args[0] ?? "" });
    await printDocument(
      context,
      outcome,
      options,
      ({ generation, fetchedAt }) =>
        drawn`${generation} of ${fetchedAt} answers now, until the next modelforge refresh-cache\n`,
    );
    return undefined;
  },
};
