import type { GenerationSummary } from "../../../modelsdev/disk/inspect.ts";
import { cacheHistory } from "../../../operations/cache-history/cache-history.ts";
import { historySorts } from "../../../operations/cache-history/input.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { listFlags, printList } from "../list-output.ts";
import { readOrder } from "../order-options.ts";
import { showBytes, showCount } from "../render/numbers.ts";
import type { Style } from "../render/style.ts";
import type { TableColumn } from "../render/table.ts";

const fields = [
  "name",
  "isCurrent",
  "digest",
  "fetchedAt",
  "providers",
  "models",
  "bytes",
  "damage",
] as const;

export const history: CliCommand = {
  examples: ["modelforge cache history", "modelforge cache history --format jsonl"],
  flags: listFlags(historySorts),
  run: async (context, { options }) => {
    const outcome = await ask(context, cacheHistory, readOrder(options));
    await printList(context, outcome, options, {
      fields,
      columns: columns(context.style),
      nothing: "the cache holds no generation yet",
    });
    return undefined;
  },
};

function columns(style: Style): TableColumn<GenerationSummary>[] {
  const count = (value: number | null): string =>
    value === null ? style.unknown : showCount(value);
  return [
    {
      title: "generation",
      value: ({ name, isCurrent }) => (isCurrent ? `${name} (answers)` : name),
    },
    { title: "fetched", value: ({ fetchedAt }) => fetchedAt ?? style.unknown },
    { title: "models", value: ({ models }) => count(models), align: "right", importance: 3 },
    { title: "providers", value: (one) => count(one.providers), align: "right", importance: 2 },
    { title: "size", value: ({ bytes }) => showBytes(bytes), align: "right", importance: 1 },
    { title: "damage", value: ({ damage }) => damage ?? "", importance: 5 },
  ];
}
