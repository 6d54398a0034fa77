import {
  featuresList,
  type ListedFeature,
} from "../../../operations/features-list/features-list.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { documentFlags, printDocument } from "../document-output.ts";
import { renderTable, type TableColumn } from "../render/table.ts";

const columns: TableColumn<ListedFeature>[] = [
  { title: "feature", value: ({ name }) => name },
  { title: "state", value: ({ on }) => (on ? "on" : "off") },
  { title: "from", value: ({ origin }) => origin, importance: 2 },
  { title: "stage", value: ({ stage }) => stage, importance: 1 },
  { title: "what it does", value: ({ purpose }) => purpose },
];

export const featuresListCommand: CliCommand = {
  examples: ["modelforge features list"],
  flags: documentFlags,
  run: async (context, { options }) => {
    const outcome = await ask(context, featuresList, {});
    await printDocument(context, outcome, options, (rows) =>
      renderTable(rows, columns, context.style, context.width),
    );
    return undefined;
  },
};
