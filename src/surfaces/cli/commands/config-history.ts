import {
  configHistory,
  type ConfigHistoryEntry,
} from "../../../operations/config-history/config-history.ts";
import { changeSorts } from "../../../operations/config-history/input.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { ofProjectFlag } from "../config-output.ts";
import { listFlags, printList } from "../list-output.ts";
import { readOrder } from "../order-options.ts";
import type { TableColumn } from "../render/table.ts";

const fields = ["number", "at", "command", "files"] as const;

const columns: TableColumn<ConfigHistoryEntry>[] = [
  { title: "change", align: "right", value: ({ number }) => String(number) },
  { title: "command", value: ({ command }) => command },
  { title: "at", value: ({ at }) => at ?? "", importance: 2 },
  { title: "file", value: ({ files }) => files.join(" "), importance: 1 },
];

export const configHistoryCommand: CliCommand = {
  examples: ["modelforge config history", "modelforge config history --limit 5 --json"],
  flags: [ofProjectFlag, ...listFlags(changeSorts)],
  run: async (context, { options }) => {
    const outcome = await ask(context, configHistory, {
      project: options.project === true,
      ...readOrder(options),
    });
    const nothing = "no change of the configuration is noted";
    await printList(context, outcome, options, { fields, columns, nothing });
    return undefined;
  },
};
