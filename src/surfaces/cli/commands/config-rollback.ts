import { configRollback } from "../../../operations/config-rollback/config-rollback.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { readNumber } from "../change-number.ts";
import { dryRunFlag, ofProjectFlag, printChanged, readChange } from "../config-output.ts";
import { documentFlags } from "../document-output.ts";

export const configRollbackCommand: CliCommand = {
  examples: ["modelforge config rollback", "modelforge config rollback 3 --dry-run"],
  arguments: [
    {
      name: "changes",
      completes: "change",
      about: "how many, from the newest on; one if not said",
    },
  ],
  flags: [ofProjectFlag, dryRunFlag, ...documentFlags],
  run: async (context, { args, options }) => {
    const changes = readNumber(args[0]);
    const how = readChange(options);
    const outcome = await ask(context, configRollback, { changes, ...how });
    await printChanged(context, outcome, options);
    return undefined;
  },
};
