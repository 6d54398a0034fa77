import { listSorts } from "../../../catalog/query/sort.ts";
import { listModelLines, listModels } from "../../../operations/list-models/list-models.ts";
import { ask } from "../ask.ts";
import { askedAbout } from "../asked-about.ts";
import type { CliCommand } from "../command.ts";
import { filterFlags, readFilter } from "../filter-options.ts";
import { listFlags, printList, shownFields } from "../list-output.ts";
import { readOrder } from "../order-options.ts";
import { listedColumns, listedFields } from "../render/listed-columns.ts";

const often = listFlags(listSorts);

export const list: CliCommand = {
  examples: [
    "modelforge list --provider openai --sort price",
    "modelforge list --capability tools --min-context 200k --max-price 1 --sort price --limit 10",
    "modelforge list --input 40k --output 2k --sort cost --limit 10",
    "modelforge list --free --format csv --fields ref,limits.context",
  ],
  often,
  get flags() {
    return [...filterFlags(), ...often];
  },
  run: async (context, { options }) => {
    const input = {
      ...readFilter(options, context.machine.clock, (message) => context.note(message)),
      ...readOrder<(typeof listSorts)[number]>(options),
    };
    const isPlain = options.fields === undefined && options.json !== true;
    // lines are as they were prepared, without a cost
    if (options.format === "jsonl" && isPlain && input.usage === undefined) {
      const lines = await ask(context, listModelLines, input);
      context.report(lines);
      context.machine.terminal.out.writeJsonLines(lines.result);
      return undefined;
    }
    const columns = listedColumns(context.style, input, askedAbout(options));
    const how = shownFields(options, columns);
    const outcome = await ask(context, listModels, input, how);
    await printList(context, outcome, options, {
      fields: listedFields(input.usage),
      columns,
      nothing: "no model meets all conditions",
    });
    return undefined;
  },
};
