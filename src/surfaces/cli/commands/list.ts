import { type SortKey, sortKeys } from "../../../catalog/query/sort.ts";
import { listModelLines, listModels } from "../../../operations/list-models/list-models.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { listFlags, type ListFlags, printList } from "../list-output.ts";
import { filterFlags, readFilter, refuseUsageWithoutCeiling } from "../filter-options.ts";
import { modelColumns, modelFields } from "../render/model-columns.ts";

export const list: CliCommand = {
  examples: [
    "modelforge list --provider openai --sort price",
    "modelforge list --capability tools --min-context 200k --max-price 1 --sort price --limit 10",
    "modelforge list --free --format csv --fields ref,limits.context",
  ],
  flags: [...filterFlags(), ...listFlags(sortKeys)],
  run: async (context, { options }) => {
    const { sort, desc, limit } = options as ListFlags<SortKey>;
    refuseUsageWithoutCeiling(options);
    const input = {
      ...readFilter(options),
      ...(sort === undefined ? {} : { sort }),
      ...(limit === undefined ? {} : { limit }),
      descending: desc === true,
    };
    if (options.format === "jsonl" && options.fields === undefined && options.json !== true) {
      const lines = await ask(context, listModelLines, input);
      context.report(lines);
      context.machine.terminal.out.writeJsonLines(lines.result);
      return undefined;
    }
    const outcome = await ask(context, listModels, input);
    await printList(context, outcome, options, {
      fields: modelFields,
      columns: modelColumns(context.style),
      nothing: "no model meets all conditions",
    });
    return undefined;
  },
};
